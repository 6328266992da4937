import { isBlankText, isObject, isTrue, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import { isAssistantRole, isSystemRole } from './role.ts';

/** One turn of a conversation, whichever way it is written. */
export interface Turn {
  readonly path: Path;
  readonly value: JsonObject;
  /** Key that says who speaks. */
  readonly roleKey: 'role' | 'from';
  /** Who speaks; undefined if the turn does not say. */
  readonly role: JsonValue | undefined;
  readonly contentKey: 'content' | 'value';
  readonly content: JsonValue | undefined;
}

/** Its path is made where it is asked for: most turns have no finding. */
class TurnOfList implements Turn {
  readonly #column: TurnColumn;
  readonly #index: number;
  readonly value: JsonObject;
  readonly roleKey: 'role' | 'from';
  readonly role: JsonValue | undefined;
  readonly contentKey: 'content' | 'value';
  readonly content: JsonValue | undefined;

  constructor(
    column: TurnColumn,
    index: number,
    value: JsonObject,
    roleKey: 'role' | 'from',
    contentKey: 'content' | 'value',
  ) {
    this.#column = column;
    this.#index = index;
    this.value = value;
    this.roleKey = roleKey;
    this.role = value[roleKey];
    this.contentKey = contentKey;
    this.content = value[contentKey];
  }

  get path(): Path {
    return [this.#column, this.#index];
  }
}

/** Columns that may hold turns. */
export const TURN_COLUMNS = [
  'messages',
  'conversations',
  'conversation',
  'prompt',
  'completion',
  'chosen',
  'rejected',
] as const;
export type TurnColumn = (typeof TURN_COLUMNS)[number];

/** The turns in one column of a row. */
export interface Conversation {
  readonly column: TurnColumn;
  readonly turns: readonly Turn[];
}

/** The columns of a row that are lists, as conversations; items that are no objects are left out. */
export function conversationsOf(row: JsonObject): Conversation[] {
  const found: Conversation[] = [];
  for (const column of TURN_COLUMNS) {
    const list = row[column];
    if (Array.isArray(list)) found.push({ column, turns: turnsOf(list, column) });
  }
  return found;
}

function turnsOf(list: readonly JsonValue[], column: TurnColumn): Turn[] {
  const turns: Turn[] = [];
  for (let n = 0; n < list.length; n++) {
    const turn = turnOf(list, column, n);
    if (turn !== null) turns.push(turn);
  }
  return turns;
}

function turnOf(list: readonly JsonValue[], column: TurnColumn, index: number): Turn | null {
  const value = list[index];
  if (!isObject(value)) return null;
  return new TurnOfList(column, index, value, roleKeyOf(value), contentKeyOf(value));
}

/** The key of a turn that says who speaks. */
export function roleKeyOf(turn: JsonObject): Turn['roleKey'] {
  return turn['role'] === undefined && turn['from'] !== undefined ? 'from' : 'role';
}

/** The key of a turn that says what is said. */
export function contentKeyOf(turn: JsonObject): Turn['contentKey'] {
  return turn['content'] === undefined && turn['value'] !== undefined ? 'value' : 'content';
}

/** The turn that a path leads into, without a look at the others; null if it leads into no turn. */
export function turnAt(row: JsonObject, [column, index]: Path): Turn | null {
  if (!isTurnColumn(column) || typeof index !== 'number') return null;
  const list = row[column];
  return Array.isArray(list) ? turnOf(list, column, index) : null;
}

const COLUMNS = new Set<string | number | undefined>(TURN_COLUMNS);

/** Whether a step of a path, which may not be there, names a column that may hold turns. */
export function isTurnColumn(step: string | number | undefined): step is TurnColumn {
  return COLUMNS.has(step);
}

const TOOLS = new Set<JsonValue | undefined>(['tool', 'function', 'observation', 'ipython']);

/** Whether the model speaks (`isAssistantRole`). */
export function isAssistant(turn: Turn): boolean {
  return isAssistantRole(turn.role);
}

/** Whether the turn is a system prompt, as `system` or `developer`. */
export function isSystem(turn: Turn): boolean {
  return isSystemRole(turn.role);
}

/** Whether the turn is a person's. */
export function isUser({ role }: Turn): boolean {
  return role === 'user' || role === 'human';
}

/** Whether the turn is what a tool gave back. */
export function isToolResult(turn: Turn): boolean {
  return TOOLS.has(turn.role);
}

/** Whether the turn has calls in a field of their own. */
export function hasCallField(turn: Turn): boolean {
  return isTrue(turn.value['tool_calls']) || isTrue(turn.value['function_call']);
}

/** Whether the turn may hold calls outside the text of its answer; asked of every turn. */
export function mayCall(turn: Turn): boolean {
  const { value } = turn;
  return (
    Array.isArray(turn.content) ||
    value['tool_calls'] !== undefined ||
    value['function_call'] !== undefined ||
    turn.role === 'function_call'
  );
}

/** Whether the turn calls a tool: by field, by role, by a content part, or as text between `<tool_call>` marks (Hermes, Qwen). */
export function callsTool(turn: Turn): boolean {
  if (turn.role === 'function_call' || hasCallField(turn)) return true;
  if (typeof turn.content === 'string') return turn.content.includes('<tool_call>');
  return (
    Array.isArray(turn.content) &&
    turn.content.some(
      (part) => isObject(part) && (part['type'] === 'tool_call' || part['type'] === 'tool_use'),
    )
  );
}

/** A parts list that is empty or holds nothing but empty or white text. */
export function isBlankPartList(content: JsonValue | undefined): boolean {
  return Array.isArray(content) && content.every(isBlankPart);
}

function isBlankPart(part: JsonValue): boolean {
  if (!isObject(part) || !isBlankText(part['text'])) return false;
  return Object.keys(part).every((key) => key === 'type' || key === 'text');
}
