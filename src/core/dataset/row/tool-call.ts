import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import { parsePositioned, valueOf } from '../json/positioned-json.ts';
import type { Turn } from './turn.ts';

/** What a call hands to its tool. `inText`: it lies in a text that holds JSON, so that its parts have no place of their own. */
export type CallArguments =
  | { readonly kind: 'none' }
  | { readonly kind: 'object'; readonly value: JsonObject; readonly path: Path; readonly inText: boolean }
  | { readonly kind: 'refused'; readonly problem: 'no-json' | 'no-object'; readonly path: Path };

/** One call of a tool, whichever way it is written. */
export interface ToolCall {
  /** Index of its turn among the turns of the conversation. */
  readonly turn: number;
  /** Its object, or the text that holds it. */
  readonly path: Path;
  readonly id: string | null;
  /** Null if the call has no name, or cannot be read. */
  readonly name: string | null;
  readonly namePath: Path;
  readonly arguments: CallArguments;
}

/**
 * The calls of a turn: `tool_calls` and `function_call` (OpenAI), a turn of `function_call` (ShareGPT) or a content part (`tool_call`
 * with JSON text as LLaMA-Factory has it, `tool_use` as Anthropic has it). Calls written into the text of an answer are left out: each
 * model family writes them differently.
 */
export function callsOfTurn(turn: Turn, index: number): ToolCall[] {
  const { value, content, contentKey } = turn;
  if (turn.role === 'function_call') return callsOfText(content, [...turn.path, contentKey], index);
  const calls: ToolCall[] = [];
  const listed = value['tool_calls'];
  if (Array.isArray(listed)) {
    for (const [n, call] of listed.entries()) {
      if (isObject(call)) calls.push(callOf(call, [...turn.path, 'tool_calls', n], index));
    }
  }
  const single = value['function_call'];
  if (isObject(single)) calls.push(callOf(single, [...turn.path, 'function_call'], index));
  if (Array.isArray(content)) {
    for (const [n, part] of content.entries()) {
      if (!isObject(part)) continue;
      for (const call of callsOfPart(part, [...turn.path, contentKey, n], index)) calls.push(call);
    }
  }
  return calls;
}

function callsOfPart(part: JsonObject, path: Path, turn: number): ToolCall[] {
  if (part['type'] === 'tool_use') return [callOf(part, path, turn)];
  if (part['type'] !== 'tool_call') return [];
  for (const key of ['value', 'tool_call']) {
    const inner = part[key];
    if (isObject(inner)) return [callOf(inner, [...path, key], turn)];
    if (typeof inner === 'string') return callsOfText(inner, [...path, key], turn);
  }
  return [callOf(part, path, turn)];
}

const THOUGHT_END = '</think>';

/** A text that is the JSON of a call or of a list of calls, thoughts before it aside. */
function callsOfText(text: JsonValue | undefined, path: Path, turn: number): ToolCall[] {
  if (isObject(text)) return [callOf(text, path, turn)];
  if (typeof text !== 'string') return [];
  const unread = { turn, path, id: null, name: null, namePath: path };
  const thought = text.lastIndexOf(THOUGHT_END);
  const value = readJson(thought < 0 ? text : text.slice(thought + THOUGHT_END.length));
  if (value === undefined) return [{ ...unread, arguments: { kind: 'refused', problem: 'no-json', path } }];
  const calls = Array.isArray(value) ? value : [value];
  return calls.map((call) => {
    if (!isObject(call))
      return { ...unread, arguments: { kind: 'refused', problem: 'no-object', path } } as const;
    return { ...callOf(call, path, turn), path, namePath: path, arguments: argumentsOf(call, path, true) };
  });
}

function callOf(call: JsonObject, path: Path, turn: number): ToolCall {
  const inner = call['function'];
  const [named, namedPath] = isObject(inner) ? [inner, [...path, 'function']] : [call, path];
  const name = named['name'];
  const id = call['id'];
  return {
    turn,
    path,
    id: typeof id === 'string' ? id : null,
    name: typeof name === 'string' ? name : null,
    namePath: [...namedPath, 'name'],
    arguments: argumentsOf(named, namedPath, false),
  };
}

function argumentsOf(call: JsonObject, path: Path, inText: boolean): CallArguments {
  const inner = call['function'];
  const holder = inText && isObject(inner) ? inner : call;
  const key = holder['arguments'] === undefined && holder['type'] === 'tool_use' ? 'input' : 'arguments';
  const written = holder[key];
  if (written === undefined) return { kind: 'none' };
  const at = inText ? path : [...path, key];
  if (isObject(written)) return { kind: 'object', value: written, path: at, inText };
  if (typeof written !== 'string') return { kind: 'refused', problem: 'no-object', path: at };
  const value = readJson(written);
  if (value === undefined) return { kind: 'refused', problem: 'no-json', path: at };
  if (!isObject(value)) return { kind: 'refused', problem: 'no-object', path: at };
  return { kind: 'object', value, path: at, inText: true };
}

/** As Python's `json.loads`; undefined where it refuses. */
export function readJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    const parsed = parsePositioned(text);
    return parsed.ok ? valueOf(parsed.root) : undefined;
  }
}
