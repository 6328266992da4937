import { isObject, type JsonValue } from './json-value.ts';
import { personalDataIn } from './personal-data-form.ts';
import { secretsIn } from './secret-form.ts';

/** What stands in place of personal data. */
const WITHHELD = '•••';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

/** A text fit to show: secrets stand as their mask, personal data as dots. */
export function withhold(text: string): string {
  const found: Stretch[] = personalDataIn(text).map(({ from, to }) => ({ from, to, shown: WITHHELD }));
  for (const { from, to, kind, mask } of secretsIn(text)) {
    // The lines of a key whose end is not in the text are the key all the same.
    const isOpen = kind === 'private-key' && !text.startsWith('-----END', to);
    found.push({ from, to: isOpen ? text.length : to, shown: mask });
  }
  if (found.length === 0) return text;
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  let shown = '';
  let done = 0;
  for (const { from, to, shown: instead } of found) {
    if (from >= done) shown += text.slice(done, from) + instead;
    done = Math.max(done, to);
  }
  return shown + text.slice(done);
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

/** A card's number may be written as a number. */
function withheldNumber(value: number): JsonValue {
  const digits = String(value);
  return withhold(digits) === digits ? value : WITHHELD;
}
