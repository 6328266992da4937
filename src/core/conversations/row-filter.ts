import * as v from 'valibot';
import { someText } from '../dataset/row/each-text.ts';
import type { JsonValue } from '../dataset/json/json-value.ts';
import { languageOf } from '../dataset/wording/language-of-text.ts';
import type { RowContent, ShownRow, ShownTurn } from './shown-row.ts';

/** How long a row is, by the characters of its turns. */
export const rowLength = v.picklist(['short', 'medium', 'long', 'very-long']);
export type RowLength = v.InferOutput<typeof rowLength>;

/** Characters from which a row is one of these. */
export const LONGER: Readonly<Record<Exclude<RowLength, 'short'>, number>> = {
  medium: 500,
  long: 4_000,
  'very-long': 16_000,
};

export const rowLanguage = v.picklist(['ko', 'en', 'ja', 'zh']);

/** Which rows are shown: those that all of it is true of. */
export const rowFilter = v.object({
  /** Looked for in every text of the row, whatever its case. */
  text: v.string(),
  role: v.nullable(v.string()),
  tool: v.nullable(v.string()),
  language: v.nullable(rowLanguage),
  length: v.nullable(rowLength),
});
export type RowFilter = v.InferOutput<typeof rowFilter>;

export const everyRow: RowFilter = { text: '', role: null, tool: null, language: null, length: null };

/** Whether a filter lets all rows through. */
export function isEveryRow({ text, role, tool, language, length }: RowFilter): boolean {
  return text === '' && role === null && tool === null && language === null && length === null;
}

/** Whether a row is shown. `value` is undefined where the row is no JSON: its text alone can be looked at then. */
export function matchesFilter(row: ShownRow, value: JsonValue | undefined, filter: RowFilter): boolean {
  const { content } = row;
  const { role, tool, language, length } = filter;
  if (filter.text !== '' && !holdsText(content, value, filter.text.toLowerCase())) return false;
  if (role !== null && !rolesOf(content).has(role)) return false;
  if (tool !== null && !toolsOf(content).has(tool)) return false;
  if (length !== null && lengthOf(content) !== length) return false;
  return language === null || turnsOf(content).some((turn) => languageOf(saidIn(turn)) === language);
}

function holdsText(content: RowContent, value: JsonValue | undefined, wanted: string): boolean {
  if (value !== undefined) return someText(value, (text) => text.toLowerCase().includes(wanted));
  return content.kind !== 'turns' && content.text.toLowerCase().includes(wanted);
}

/** Roles of the turns of a row, and names of its columns of text. */
export function rolesOf(content: RowContent): Set<string> {
  return new Set(turnsOf(content).flatMap(({ label }) => (label === null ? [] : [label])));
}

/** Tools that a row calls or declares. */
export function toolsOf(content: RowContent): Set<string> {
  if (content.kind !== 'turns') return new Set();
  const called = turnsOf(content).flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'call' && part.name !== null ? [part.name] : [])),
  );
  return new Set([...called, ...(content.tools?.names ?? [])]);
}

function lengthOf(content: RowContent): RowLength {
  let units = 0;
  for (const { parts } of turnsOf(content))
    for (const part of parts) if (part.kind !== 'value') units += part.text.length + part.more;
  if (units < LONGER.medium) return 'short';
  if (units < LONGER.long) return 'medium';
  return units < LONGER['very-long'] ? 'long' : 'very-long';
}

function turnsOf(content: RowContent): readonly ShownTurn[] {
  return content.kind === 'turns' ? content.turns : [];
}

function saidIn({ parts }: ShownTurn): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
}
