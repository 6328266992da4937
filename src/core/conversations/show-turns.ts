import type { DatasetFormat } from '../dataset/findings/finding.ts';
import { isObject, type JsonObject, type JsonValue } from '../dataset/json/json-value.ts';
import { pointerOf, type Path } from '../dataset/json/locate.ts';
import { SPOKEN_COLUMNS } from '../dataset/row/spoken-columns.ts';
import { callsOfTurn, type ToolCall } from '../dataset/row/tool-call.ts';
import { contentKeyOf, conversationsOf, roleKeyOf, TURN_COLUMNS, type Turn } from '../dataset/row/turn.ts';
import { showText, showValue } from './show-text.ts';
import type { ShownTurn, TurnPart } from './shown-row.ts';
import { splitThinking } from './split-thinking.ts';

const TEXT_COLUMNS = new Set<string>(SPOKEN_COLUMNS);
const LISTS = new Set<string>(TURN_COLUMNS);
/** Fields in which model families keep thoughts. */
const THOUGHTS = ['reasoning_content', 'reasoning', 'thinking', 'thought'] as const;
const OWN_FIELDS = new Set<string>(
  ['role', 'from', 'content', 'value', 'tool_calls', 'function_call'].concat(THOUGHTS),
);

/** The turns and texts of a row in the order of its columns, and the names of the columns that are neither. */
export function showTurns(row: JsonObject, format: DatasetFormat): { turns: ShownTurn[]; rest: string[] } {
  const lists = new Map(conversationsOf(row).map(({ column, turns }) => [column as string, turns]));
  const hasSeveral = [...LISTS].filter((column) => isSpoken(row[column])).length > 1;
  const turns: ShownTurn[] = [];
  const rest: string[] = [];
  for (const [name, value] of Object.entries(row)) {
    const list = hasSeveral ? name : null;
    if (Array.isArray(value) && lists.has(name))
      for (const turn of turnsOfList(value, name, list, lists.get(name) ?? [])) turns.push(turn);
    else if (LISTS.has(name) && isObject(value)) turns.push(showTurn(turnOf(value, [name]), list));
    else if (typeof value === 'string' && (TEXT_COLUMNS.has(name) || format === 'unknown'))
      turns.push({ label: name, list: null, pointer: pointerOf([name]), parts: textParts([name], value) });
    else if (name !== 'tools' && value !== null) rest.push(name);
  }
  return { turns, rest };
}

function isSpoken(value: JsonValue | undefined): boolean {
  return Array.isArray(value) || isObject(value);
}

/** Items that are no objects are no turns, but they are there. */
function turnsOfList(
  values: readonly JsonValue[],
  column: string,
  list: string | null,
  turns: readonly Turn[],
): ShownTurn[] {
  const byIndex = new Map(turns.map((turn) => [turn.path[1], turn]));
  return values.map((value, n) => {
    const turn = byIndex.get(n);
    if (turn !== undefined) return showTurn(turn, list);
    const path = [column, n];
    const parts: TurnPart[] = [{ kind: 'value', name: '', ...showValue(path, value) }];
    return { label: null, list, pointer: pointerOf(path), parts };
  });
}

function turnOf(value: JsonObject, path: Path): Turn {
  const roleKey = roleKeyOf(value);
  const contentKey = contentKeyOf(value);
  return { path, value, roleKey, role: value[roleKey], contentKey, content: value[contentKey] };
}

function showTurn(turn: Turn, list: string | null): ShownTurn {
  const { path, value, role } = turn;
  const calls = callsOfTurn(turn, 0);
  const parts: TurnPart[] = [];
  for (const name of THOUGHTS) {
    const thought = value[name];
    if (typeof thought === 'string' && thought !== '')
      parts.push({ kind: 'thinking', ...showText([...path, name], thought) });
  }
  for (const part of contentParts(turn, calls)) parts.push(part);
  for (const call of calls) parts.push(showCall(call, turn));
  for (const [name, field] of Object.entries(value)) {
    if (!OWN_FIELDS.has(name) && field !== null)
      parts.push({ kind: 'value', name, ...showValue([...path, name], field) });
  }
  return { label: typeof role === 'string' ? role : null, list, pointer: pointerOf(path), parts };
}

function contentParts(turn: Turn, calls: readonly ToolCall[]): TurnPart[] {
  const { content, contentKey, role } = turn;
  const path = [...turn.path, contentKey];
  if (content === undefined || content === null) return [];
  // The text of such a turn is its call.
  if (role === 'function_call' && calls.some(({ name }) => name !== null)) return [];
  if (typeof content === 'string') return textParts(path, content);
  if (!Array.isArray(content)) return [{ kind: 'value', name: contentKey, ...showValue(path, content) }];
  const called = new Set(calls.map((call) => call.path[path.length]));
  return content.flatMap((part, n) => (called.has(n) ? [] : partOfList(part, [...path, n])));
}

function partOfList(part: JsonValue, path: Path): TurnPart[] {
  if (typeof part === 'string') return textParts(path, part);
  if (!isObject(part)) return [{ kind: 'value', name: '', ...showValue(path, part) }];
  const { type, text, thinking } = part;
  if (typeof text === 'string') return textParts([...path, 'text'], text);
  if (typeof thinking === 'string')
    return [{ kind: 'thinking', ...showText([...path, 'thinking'], thinking) }];
  return [{ kind: 'value', name: typeof type === 'string' ? type : '', ...showValue(path, part) }];
}

/** A text without thoughts is one part; an empty one is a part too, so that it can be seen and filled. */
function textParts(path: Path, text: string): TurnPart[] {
  const stretches = splitThinking(text);
  if (stretches.length === 0) return [{ kind: 'text', ...showText(path, '') }];
  return stretches.map(({ kind, text }) => ({ kind, ...showText(path, text) }));
}

function showCall(call: ToolCall, turn: Turn): TurnPart {
  const { name, arguments: given } = call;
  if (given.kind === 'none') return { kind: 'call', name, pointer: null, text: '', more: 0 };
  const written = textAt(turn, given.path);
  const text = written ?? (given.kind === 'object' ? JSON.stringify(given.value) : 'null');
  const shown = showText(given.path, text);
  return { kind: 'call', name, ...shown, pointer: written === null ? null : shown.pointer };
}

/** The string that a call or its arguments are written in, if they are. */
function textAt({ path: own, value: turn }: Turn, path: Path): string | null {
  let value: JsonValue | undefined = turn;
  for (const step of path.slice(own.length)) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else value = isObject(value) ? value[String(step)] : undefined;
  }
  return typeof value === 'string' ? value : null;
}
