import type { Runtime } from '../runtime.ts';
import { valueError } from '../template-fault.ts';
import { SPACE } from '../values/unicode.ts';
import { strip } from './text-strip.ts';

const SPACES = new RegExp(`[${SPACE}]+`, 'g');
const LINE_END = /\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/g;

/** `str.split(separator, limit)`; a null separator is white space, a negative limit none. */
export function split(runtime: Runtime, text: string, separator: string | null, limit: number): string[] {
  runtime.charge(text.length >> 3);
  if (separator === null) return splitSpaces(text, limit);
  if (separator === '') return valueError('empty separator');
  const parts = text.split(separator);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

function splitSpaces(text: string, limit: number): string[] {
  const trimmed = strip(text, null, 'left');
  const parts: string[] = [];
  let at = 0;
  for (const match of trimmed.matchAll(SPACES)) {
    if (limit >= 0 && parts.length >= limit) break;
    parts.push(trimmed.slice(at, match.index));
    at = match.index + match[0].length;
  }
  const rest = trimmed.slice(at);
  if (rest !== '') parts.push(rest);
  return parts;
}

/** `str.rsplit(separator, limit)`. */
export function splitRight(
  runtime: Runtime,
  text: string,
  separator: string | null,
  limit: number,
): string[] {
  if (limit < 0) return split(runtime, text, separator, limit);
  runtime.charge(text.length >> 3);
  if (separator === null) return splitSpacesRight(text, limit);
  if (separator === '') return valueError('empty separator');
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < limit) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.toReversed();
}

function splitSpacesRight(text: string, limit: number): string[] {
  const trimmed = strip(text, null, 'right');
  const gaps = [...trimmed.matchAll(SPACES)].toReversed();
  const parts: string[] = [];
  let end = trimmed.length;
  for (const gap of gaps) {
    if (parts.length >= limit) break;
    parts.push(trimmed.slice(gap.index + gap[0].length, end));
    end = gap.index;
  }
  const rest = trimmed.slice(0, end);
  if (rest !== '') parts.push(rest);
  return parts.toReversed();
}

/** `str.splitlines(keepends)`. */
export function splitLines(runtime: Runtime, text: string, keepEnds: boolean): string[] {
  runtime.charge(text.length >> 3);
  const lines: string[] = [];
  let at = 0;
  for (const match of text.matchAll(LINE_END)) {
    const end = match.index + match[0].length;
    lines.push(text.slice(at, keepEnds ? end : match.index));
    at = end;
  }
  if (at < text.length) lines.push(text.slice(at));
  return lines;
}

/** `str.partition` and `str.rpartition`. */
export function partition(text: string, separator: string, fromRight: boolean): [string, string, string] {
  if (separator === '') return valueError('empty separator');
  const at = fromRight ? text.lastIndexOf(separator) : text.indexOf(separator);
  if (at < 0) return fromRight ? ['', '', text] : [text, '', ''];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}
