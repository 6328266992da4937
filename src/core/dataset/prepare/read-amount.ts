import type { SampleAmount } from './sample-amount.ts';

const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A share as somebody writes it, `0.05` or `5 %`: above 0 and below 1. Null if it is none. */
export function readShare(text: string): number | null {
  const share = readFraction(text);
  return share !== null && share < 1 ? share : null;
}

/** How many rows, as somebody writes it: `200`, or a share such as `10 %` or `0.1`. Null if it is neither. */
export function readSampleAmount(text: string): SampleAmount | null {
  const rows = readRowCount(text);
  if (rows !== null) return { rows };
  const fraction = readFraction(text);
  return fraction === null ? null : { fraction };
}

/** How many rows; null if it is no whole number above 0. */
export function readRowCount(text: string): number | null {
  const rows = wholeNumber(text);
  return rows === 0 ? null : rows;
}

/** Null if it is no whole number from 0. */
export function readSeed(text: string): number | null {
  return wholeNumber(text);
}

/** As `readShare`, and all of it, `1` or `100 %`, is a share as well. */
export function readFraction(text: string): number | null {
  const isPercent = /%\s*$/.test(text);
  const written = text.replace(/%\s*$/, '').trim();
  if (!NUMBER.test(written)) return null;
  const share = Number(written) / (isPercent ? 100 : 1);
  return share > 0 && share <= 1 ? share : null;
}

function wholeNumber(text: string): number | null {
  const digits = text.trim();
  const number = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(number) ? number : null;
}
