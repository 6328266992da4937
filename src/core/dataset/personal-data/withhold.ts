import { halfWidth } from './half-width.ts';
import { isObject, type JsonValue } from '../json/json-value.ts';
import { personalDataIn } from './personal-data-form.ts';
import { secretsIn } from './secret-form.ts';

/** What stands in place of personal data. */
export const WITHHELD = '•••';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

/** A text fit to show: secrets stand as their mask, personal data as dots. */
export function withhold(text: string): string {
  return shownOf(text, withheldIn(text), 0, text.length);
}

/** UTF-16 units on either side that are looked at for what a part of a text belongs to: more than nearly any token has. */
const AROUND = 256;

/** A part of a text fit to show: of what is withheld in the text, no piece that lies in the part is shown either. */
export function withholdPart(text: string, from: number, to: number): string {
  const start = Math.max(0, from - AROUND);
  const around = text.slice(start, to + AROUND);
  return shownOf(around, withheldIn(around), from - start, to - start);
}

/** In order. */
function withheldIn(written: string): Stretch[] {
  const text = halfWidth(written);
  const found: Stretch[] = personalDataIn(text).map(({ from, to }) => ({ from, to, shown: WITHHELD }));
  for (const { from, to, kind, mask } of secretsIn(text)) {
    // The lines of a key are withheld even if its end is not in the text.
    const isOpen = kind === 'private-key' && !text.startsWith('-----END', to);
    found.push({ from, to: isOpen ? text.length : to, shown: mask });
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function shownOf(text: string, withheld: readonly Stretch[], start: number, end: number): string {
  let shown = '';
  let done = start;
  for (const { from, to, shown: instead } of withheld) {
    if (to <= start || from >= end) continue;
    if (from >= done || done === start) shown += text.slice(done, from) + instead;
    done = Math.max(done, to);
  }
  return shown + text.slice(done, Math.max(done, end));
}

/** The value as JSON with all its texts fit to show. */
export function withheldJson(value: JsonValue): string {
  return JSON.stringify(withheldValue(value));
}

function withheldValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return withhold(value);
  if (typeof value === 'number') return withheldNumber(value);
  if (Array.isArray(value)) return value.map(withheldValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [withhold(key), withheldValue(each)]));
}

function withheldNumber(value: number): JsonValue {
  const digits = String(value);
  return withholdNumber(digits) === digits ? value : WITHHELD;
}

/** A number as it is written, fit to show: a card number may be written as a JSON number, even with a fraction. */
export function withholdNumber(digits: string): string {
  const [whole = ''] = digits.split(/[.eE]/);
  return withhold(whole) === whole ? digits : WITHHELD;
}
