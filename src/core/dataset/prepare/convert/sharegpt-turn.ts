import { isBlankText, isObject, type JsonObject, type JsonValue } from '../../json-value.ts';
import { readJson } from '../../tool-call.ts';
import { isEqualJson } from './equal-json.ts';
import type { ExampleTurn } from './example.ts';

/** Names of roles in from/value rows, and in role/content rows. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['gpt', 'assistant'],
  ['model', 'assistant'],
  ['bot', 'assistant'],
  ['chatbot', 'assistant'],
  ['observation', 'tool'],
  ['function', 'tool'],
]);
const SPEAKERS: ReadonlyMap<string, string> = new Map([
  ['user', 'human'],
  ['assistant', 'gpt'],
  ['tool', 'observation'],
]);

/** A turn of either kind as role and content; null if it has no role. */
export function readTurn(turn: JsonValue): ExampleTurn | null {
  if (!isObject(turn)) return null;
  const { role, from, content, value, ...rest } = turn;
  if (typeof role === 'string') return { role, ...(content === undefined ? {} : { content }), ...turn };
  if (typeof from !== 'string') return null;
  const said = value ?? content ?? null;
  const calls = from === 'function_call' ? readCalls(said) : null;
  if (calls !== null) return { role: 'assistant', content: null, tool_calls: calls, ...rest };
  return { role: ROLES.get(from) ?? from, content: said, ...rest };
}

/** A turn as from and value; calls of tools without a text are a turn `function_call` (LLaMA-Factory). */
export function shareGptTurn(turn: ExampleTurn): JsonObject {
  const { role, content = null, from: _from, value: _value, ...rest } = turn;
  const { tool_calls: calls, ...others } = rest;
  const written = role === 'assistant' && hasNoText(content) ? writeCalls(calls) : null;
  if (written !== null) return { from: 'function_call', value: written, ...others };
  return { from: SPEAKERS.get(role) ?? role, value: content, ...rest };
}

/** What a turn does not keep when it is written as from and value and read again; a content that is not there is null. */
export function turnLoss(turn: ExampleTurn): 'call-form' | 'turn-fields' | null {
  const again = readTurn(shareGptTurn(turn));
  if (again !== null && isEqualJson({ content: null, ...turn }, { content: null, ...again })) return null;
  return turn['tool_calls'] === undefined ? 'turn-fields' : 'call-form';
}

/** What a turn of a from/value row does not keep when it is read and written again; a value that is not there is null. */
export function shareGptLoss(turn: JsonValue): 'role-names' | 'call-form' | 'turn-fields' | null {
  const read = readTurn(turn);
  if (read === null || !isObject(turn)) return null;
  const again = shareGptTurn(read);
  if (again['from'] !== turn['from']) return 'role-names';
  if (isEqualJson({ ...again, value: heard(again) }, { ...turn, value: heard(turn) })) return null;
  return turn['from'] === 'function_call' ? 'call-form' : 'turn-fields';
}

/** The value of a turn; of a call of tools what its JSON says, since the spaces in it say nothing. */
function heard({ from, value = null }: JsonObject): JsonValue {
  return from === 'function_call' && typeof value === 'string' ? (readJson(value) ?? value) : value;
}

function hasNoText(content: JsonValue): boolean {
  return content === null || isBlankText(content);
}

/** `{name, arguments}` or a list of them as JSON text; null if it is none. */
function readCalls(text: JsonValue): JsonValue[] | null {
  const value = typeof text === 'string' ? readJson(text) : text;
  const calls = Array.isArray(value) ? value : [value ?? null];
  const read = calls.map((call) =>
    isObject(call) && typeof call['name'] === 'string' ? { type: 'function', function: call } : null,
  );
  const whole = read.filter((call) => call !== null);
  return whole.length > 0 && whole.length === read.length ? whole : null;
}

/** Null where the calls are not of functions with names. */
function writeCalls(calls: JsonValue | undefined): string | null {
  if (!Array.isArray(calls) || calls.length === 0) return null;
  const written: JsonObject[] = [];
  for (const call of calls) {
    const named = isObject(call) && isObject(call['function']) ? call['function'] : call;
    if (!isObject(named) || typeof named['name'] !== 'string') return null;
    const { name, arguments: given = {} } = named;
    const read = typeof given === 'string' ? readJson(given) : undefined;
    written.push({ name, arguments: read ?? given });
  }
  return JSON.stringify(written.length === 1 ? written[0] : written);
}
