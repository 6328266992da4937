import type { SampleAmount } from './sample-amount.ts';

const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A share as somebody writes it, `0.05` or `5 %`: above 0 and below 1. Null if it is none. */
export function readShare(text: string): number | null {
  const share = shareOf(text);
  return share !== null && share < 1 ? share : null;
}

/** How many rows, as somebody writes it: `200`, or a share such as `10 %` or `0.1`. Null if it is neither. */
export function readSampleAmount(text: string): SampleAmount | null {
  const rows = Number(text.trim());
  if (/^\d+$/.test(text.trim()) && rows > 0 && Number.isSafeInteger(rows)) return { rows };
  const fraction = shareOf(text);
  return fraction === null ? null : { fraction };
}

/** Null if it is no whole number from 0. */
export function readSeed(text: string): number | null {
  const seed = Number(text.trim());
  return /^\d+$/.test(text.trim()) && Number.isSafeInteger(seed) ? seed : null;
}

/** Above 0 and at most 1. */
function shareOf(text: string): number | null {
  const isPercent = /%\s*$/.test(text);
  const written = text.replace(/%\s*$/, '').trim();
  if (!NUMBER.test(written)) return null;
  const share = Number(written) / (isPercent ? 100 : 1);
  return share > 0 && share <= 1 ? share : null;
}
