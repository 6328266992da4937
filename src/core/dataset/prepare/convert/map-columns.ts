import { KNOWN_COLUMNS } from '../../column.ts';
import { isBlankText, type JsonObject, type JsonValue } from '../../json-value.ts';

const ROLES = ['system', 'user', 'assistant'] as const;
type MappedRole = (typeof ROLES)[number];
const COLUMNS: ReadonlySet<string> = new Set([...KNOWN_COLUMNS, 'history']);

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

/** A row with its columns as the mapping names them; null if one that is needed has nothing to say. */
export function mapColumns(row: JsonObject, { turns, renamed }: ColumnMapping): JsonObject | null {
  const mapped = new Set([...turns, ...renamed].map(({ column }) => column));
  const taken = new Set(renamed.map(({ to }) => to));
  const others = Object.entries(row).filter(([key]) => !mapped.has(key) && !taken.has(key));
  const result: JsonObject = Object.fromEntries(others);
  for (const { column, to } of renamed) {
    const value = valueOf(row, column);
    if (value === undefined) return null;
    result[to] = to === 'label' ? labelOf(value) : value;
  }
  if (turns.length === 0) return result;
  const messages: JsonValue[] = [];
  for (const { column, role } of turns) {
    const content = textOf(valueOf(row, column));
    if (content !== null) messages.push({ role, content });
    else if (role !== 'system') return null;
  }
  return { ...result, messages };
}

/** CSV has no booleans: the usual ways to write one are taken for it. */
function labelOf(value: JsonValue): JsonValue {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (text === 'true' || text === '1' || text === 1) return true;
  if (text === 'false' || text === '0' || text === 0) return false;
  return value;
}

/** Its own, not that of every object. */
function valueOf(row: JsonObject, column: string): JsonValue | undefined {
  return Object.hasOwn(row, column) ? row[column] : undefined;
}

function isRole(text: string): text is MappedRole {
  return ROLES.some((role) => role === text);
}

/** Null where there is no text, as in an empty cell. */
function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && !isBlankText(value) ? value : null;
}
