import { isBlankText, isObject, type JsonObject, type JsonValue } from '../../json/json-value.ts';
import { isEqualJson } from './equal-json.ts';
import { parseExact, printExact } from './exact-json.ts';
import type { ConversionLoss, ExampleTurn } from './example.ts';

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

/** Levels around a call in the row that it is read into, and around arguments in the text of calls. */
const CALL_DEPTH = 5;
const ARGUMENTS_DEPTH = 2;

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
export function shareGptLosses(turn: JsonValue): ConversionLoss[] {
  const read = readTurn(turn);
  if (read === null || !isObject(turn)) return [];
  const again = shareGptTurn(read);
  if (again['from'] !== turn['from']) return ['role-names', ...callLosses(turn)];
  if (isEqualJson({ ...again, value: heard(again) }, { ...turn, value: heard(turn) }))
    return callLosses(turn);
  return [turn['from'] === 'function_call' ? 'call-form' : 'turn-fields', ...callLosses(turn)];
}

/** What is lost of a turn `function_call` as soon as it is read, or cannot be. */
export function callLosses(turn: JsonValue): ConversionLoss[] {
  if (!isObject(turn) || turn['from'] !== 'function_call' || typeof turn['role'] === 'string') return [];
  const said = turn['value'] ?? turn['content'] ?? null;
  if (readCalls(said) === null) return ['unread-calls'];
  const isRepeated = typeof said === 'string' && parseExact(said, CALL_DEPTH)?.hasRepeatedKeys === true;
  return isRepeated ? ['repeated-keys'] : [];
}

/** The value of a turn; of a call of tools what its JSON says, since the spaces in it say nothing. */
function heard({ from, value = null }: JsonObject): JsonValue {
  if (from !== 'function_call' || typeof value !== 'string') return value;
  return parseExact(value, CALL_DEPTH)?.value ?? value;
}

function hasNoText(content: JsonValue): boolean {
  return content === null || isBlankText(content);
}

/** `{name, arguments}` or a list of them as JSON text; null if it is none. */
function readCalls(text: JsonValue): JsonValue[] | null {
  const value = typeof text === 'string' ? (parseExact(text, CALL_DEPTH)?.value ?? null) : text;
  const calls = Array.isArray(value) ? value : [value];
  const read = calls.map((call) =>
    isObject(call) && typeof call['name'] === 'string'
      ? { type: 'function', function: withArguments(call) }
      : null,
  );
  const whole = read.filter((call) => call !== null);
  return whole.length > 0 && whole.length === read.length ? whole : null;
}

/** Some models call them as the schema of a tool does. */
function withArguments(call: JsonObject): JsonObject {
  const { parameters, ...others } = call;
  return parameters === undefined || call['arguments'] !== undefined
    ? call
    : { ...others, arguments: parameters };
}

/** Null where the calls are not of functions with names. */
function writeCalls(calls: JsonValue | undefined): string | null {
  if (!Array.isArray(calls) || calls.length === 0) return null;
  const written: string[] = [];
  for (const call of calls) {
    const named = isObject(call) && isObject(call['function']) ? call['function'] : call;
    if (!isObject(named) || typeof named['name'] !== 'string') return null;
    const { name, arguments: given = {} } = withArguments(named);
    written.push(`{"name":${JSON.stringify(name)},"arguments":${argumentsText(given)}}`);
  }
  return written.length === 1 ? (written[0] ?? null) : `[${written.join(',')}]`;
}

/** Text that is JSON stays as it is written, with its numbers and the order of its keys. */
function argumentsText(given: JsonValue): string {
  const isJson = typeof given === 'string' && parseExact(given, ARGUMENTS_DEPTH) !== null;
  return isJson ? given.trim() : printExact(given);
}
