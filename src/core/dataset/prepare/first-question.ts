import { isObject, type JsonObject, type JsonValue } from '../json-value.ts';
import type { Row } from '../row.ts';
import { isAssistant, isToolResult, type Conversation, type Turn } from '../turn.ts';

/** Columns with what a question may be about beside its text. */
const MEDIA = ['image', 'images', 'audio', 'audios', 'video', 'videos'] as const;
const ANSWERS_ALONE = new Set(['completion', 'chosen', 'rejected']);
/** A question whose answer is named in the same text (Anthropic's hh-rlhf). */
const NAMED = /^\s*Human:([\s\S]*?)\n\s*Assistant:/;

type Asked = [role: string, content: JsonValue];

/**
 * What a row asks before its first answer, equal for questions that must not stand on both sides of a split, in whatever format they are:
 * TRL trains on every answer of a conversation. System turns are part of it; white space, the form of Unicode, keys of turns besides
 * role and content, and the tools that may be called make no other question. Null where nothing is asked.
 */
export function firstQuestion(row: Row): JsonValue | null {
  const { object } = row;
  if (object === null) return null;
  for (const turns of candidates(row, object)) {
    const asked = untilAnswered(turns);
    if (asked !== null) return [asked, mediaOf(object)];
  }
  return null;
}

/** Where the question of a row may stand, the likeliest first. */
function* candidates(row: Row, object: JsonObject): Generator<readonly Asked[]> {
  const { prompt, completion, chosen, rejected, text } = object;
  const { format, conversations } = row;
  switch (format) {
    case 'messages':
    case 'sharegpt':
    case 'tool-calling':
    case 'kto':
    case 'prompt-completion':
      // with a completion `prompt` wins over `messages`, as in TRL (trl 1.16 sft_trainer.py:1314)
      if (hasValue(prompt) && hasValue(completion)) yield askedIn(prompt, conversations);
      yield* inConversations(conversations);
      break;
    case 'preference':
      yield askedIn(prompt, conversations);
      yield* inConversations(conversations);
      yield* conversations.filter(({ column }) => column === 'chosen').map(({ turns }) => turns.map(askedBy));
      yield inColumns(object);
      if (typeof chosen === 'string' && typeof rejected === 'string') yield asUser(NAMED.exec(chosen)?.[1]);
      break;
    case 'alpaca':
      yield inColumns(object);
      break;
    case 'text':
      yield asUser(text);
      break;
    case 'unknown':
      break;
    default:
      format satisfies never;
  }
}

function* inConversations(conversations: readonly Conversation[]): Generator<readonly Asked[]> {
  for (const { column, turns } of conversations)
    if (column !== 'prompt' && !ANSWERS_ALONE.has(column)) yield turns.map(askedBy);
}

/** As Alpaca has them, and preference rows that name the prompt so. */
function inColumns({ system, instruction, question, input }: JsonObject): readonly Asked[] {
  return [...asSystem(system), ...asUser([instruction ?? question, input].filter(isString).join('\n'))];
}

/** A prompt as text or as turns. */
function askedIn(prompt: JsonValue | undefined, conversations: readonly Conversation[]): readonly Asked[] {
  if (typeof prompt === 'string') return asUser(prompt);
  return conversations.find(({ column }) => column === 'prompt')?.turns.map(askedBy) ?? [];
}

/** The turns before the first answer to something; null where there is none but of the system. */
function untilAnswered(turns: readonly Asked[]): Asked[] | null {
  const isAsking = ([role, content]: Asked): boolean =>
    role !== 'system' && role !== 'assistant' && content !== '';
  const first = turns.findIndex(isAsking);
  if (first === -1) return null;
  const answered = turns.findIndex(([role], at) => at > first && role === 'assistant');
  return turns.slice(0, answered === -1 ? turns.length : answered).filter(([, content]) => content !== '');
}

function askedBy(turn: Turn): Asked {
  return [roleOf(turn), contentOf(turn.content)];
}

function roleOf(turn: Turn): string {
  const { role } = turn;
  if (isAssistant(turn) || role === 'function_call') return 'assistant';
  if (isToolResult(turn)) return 'tool';
  if (role === 'system' || role === 'developer') return 'system';
  return role === 'human' || typeof role !== 'string' ? 'user' : role;
}

/** A list of nothing but texts says what one text says. */
function contentOf(content: JsonValue | undefined): JsonValue {
  if (typeof content === 'string') return plain(content);
  if (!Array.isArray(content)) return content ?? '';
  const texts = content.map(textOf);
  const others = content.filter((_, n) => texts[n] === null);
  const text = plain(texts.filter(isString).join(' '));
  return others.length === 0 ? text : [text, ...others];
}

function textOf(part: JsonValue): string | null {
  if (typeof part === 'string') return part;
  if (!isObject(part) || (part['type'] ?? 'text') !== 'text') return null;
  const text = part['text'] ?? part['value'];
  return typeof text === 'string' ? text : null;
}

function asUser(text: JsonValue | undefined): Asked[] {
  return typeof text === 'string' ? [['user', plain(text)]] : [];
}

function asSystem(text: JsonValue | undefined): Asked[] {
  return typeof text === 'string' ? [['system', plain(text)]] : [];
}

/** Hangul may be written composed or not. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u0085]+/g, ' ')
    .trim();
}

function mediaOf(object: JsonObject): JsonValue[] {
  return MEDIA.map((column) => object[column] ?? null);
}

function hasValue(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null;
}

function isString(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}
