import { KNOWN_COLUMNS } from '../../row/column.ts';
import { isBlankText, type JsonObject, type JsonValue } from '../../json/json-value.ts';
import { exactKey, numberText } from './exact-json.ts';
import { isNothing } from './is-nothing.ts';
import { readLabel } from './judgement.ts';

const ROLES = ['system', 'user', 'assistant'] as const;
type MappedRole = (typeof ROLES)[number];
const COLUMNS: ReadonlySet<string> = new Set([...KNOWN_COLUMNS, 'history']);

/** Columns that hold no text; in all others that are known a number is meant as text. */
const NO_TEXTS: ReadonlySet<string> = new Set(['messages', 'conversations', 'label', 'tools']);
const TEXT_COLUMNS: ReadonlySet<string> = new Set(KNOWN_COLUMNS.filter((column) => !NO_TEXTS.has(column)));

/** What the columns of a file are: who says their text, or the column of a format that they should have been. */
export interface ColumnMapping {
  /** In the order of the turns. */
  readonly turns: readonly { readonly column: string; readonly role: MappedRole }[];
  readonly renamed: readonly { readonly column: string; readonly to: string }[];
}

/** One setting `column=role`; null if it says neither a role nor a column of a format. */
export function readMapping(setting: string): { readonly column: string; readonly to: string } | null {
  const at = setting.lastIndexOf('=');
  const [column, to] = [setting.slice(0, Math.max(0, at)), setting.slice(at + 1)];
  return column !== '' && (isRole(to) || COLUMNS.has(to)) ? { column, to } : null;
}

/** Null if a column has two meanings, or two columns become one. */
export function columnMapping(
  settings: readonly { readonly column: string; readonly to: string }[],
): ColumnMapping | null {
  const turns: { column: string; role: MappedRole }[] = [];
  const renamed: { column: string; to: string }[] = [];
  for (const { column, to } of settings) {
    if (isRole(to)) turns.push({ column, role: to });
    else renamed.push({ column, to });
  }
  const targets = [...renamed.map(({ to }) => to), ...(turns.length > 0 ? ['messages'] : [])];
  const areDistinct =
    new Set(settings.map(({ column }) => column)).size === settings.length &&
    new Set(targets).size === targets.length;
  return areDistinct ? { turns, renamed } : null;
}

/** A row with its columns as a mapping names them. */
export interface MappedRow {
  readonly row: JsonObject;
  /** A column with something in it had to make room for one of its name. */
  readonly isLossy: boolean;
}

/** Null if a column that is needed has nothing to say. */
export function mapColumns(row: JsonObject, { turns, renamed }: ColumnMapping): MappedRow | null {
  const mapped = new Set([...turns, ...renamed].map(({ column }) => exactKey(column)));
  const taken = new Set([...renamed.map(({ to }) => to), ...(turns.length > 0 ? ['messages'] : [])]);
  const others = Object.entries(row).filter(([key]) => !mapped.has(key));
  const isLossy = others.some(([key, value]) => taken.has(key) && !isNothing(value));
  const result: JsonObject = Object.fromEntries(others.filter(([key]) => !taken.has(key)));
  for (const { column, to } of renamed) {
    const value = valueOf(row, column);
    if (value === undefined) return null;
    result[to] = renamedValue(value, to);
  }
  if (turns.length === 0) return { row: result, isLossy };
  const messages: JsonValue[] = [];
  for (const { column, role } of turns) {
    const content = textOf(valueOf(row, column));
    if (content !== null) messages.push({ role, content });
    else if (role !== 'system') return null;
  }
  return { row: { ...result, messages }, isLossy };
}

function renamedValue(value: JsonValue, to: string): JsonValue {
  if (to === 'label') return readLabel(value) ?? value;
  return TEXT_COLUMNS.has(to) ? (scalarText(value) ?? value) : value;
}

/** Its own, not that of every object. */
function valueOf(row: JsonObject, column: string): JsonValue | undefined {
  const key = exactKey(column);
  return Object.hasOwn(row, key) ? row[key] : undefined;
}

function isRole(text: string): text is MappedRole {
  return ROLES.some((role) => role === text);
}

/** Null where there is no text, as in an empty cell. */
function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && !isBlankText(value) ? value : scalarText(value);
}

/** A number as it is written, or a boolean; pandas writes NaN where there is nothing. */
function scalarText(value: JsonValue | undefined): string | null {
  const text = typeof value === 'boolean' ? String(value) : numberText(value);
  return text === 'NaN' ? null : text;
}
