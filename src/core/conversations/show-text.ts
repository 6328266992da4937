import type { JsonValue } from '../dataset/json/json-value.ts';
import { pointerOf, type Path } from '../dataset/json/locate.ts';
import type { ShownColumn } from './shown-row.ts';

/** UTF-16 units of one string that are sent at once. */
const MOST_TEXT = 20_000;
/** A column's value up to this length stands in the line of facts. */
const SHORT = 40;

interface ShownText {
  readonly pointer: string;
  readonly text: string;
  readonly more: number;
}

/** A string, cut between characters if it is too long to be sent at once. */
export function showText(path: Path, text: string): ShownText {
  const pointer = pointerOf(path);
  if (text.length <= MOST_TEXT) return { pointer, text, more: 0 };
  const isPair = /[\ud800-\udbff]/.test(text.charAt(MOST_TEXT - 1));
  const shown = text.slice(0, isPair ? MOST_TEXT - 1 : MOST_TEXT);
  return { pointer, text: shown, more: text.length - shown.length };
}

/** A value as JSON that is easy to read. */
export function showValue(path: Path, value: JsonValue): ShownText {
  return showText(path, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
}

/** A column beside the turns. */
export function showColumn(name: string, value: JsonValue): ShownColumn {
  const shown = showText([name], typeof value === 'string' ? value : JSON.stringify(value));
  const isShort = shown.text.length <= SHORT && !shown.text.includes('\n');
  return isShort ? { name, ...shown, isShort } : { name, ...showValue([name], value), isShort };
}
