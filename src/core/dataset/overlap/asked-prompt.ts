import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Row } from '../row/row.ts';
import { isAssistant, isSystem, isToolResult, type Conversation, type Turn } from '../row/turn.ts';
import { isShortQuestion, plainQuestion } from './plain-question.ts';

/** Columns with what a question may be about beside its text. */
const MEDIA = ['image', 'images', 'audio', 'audios', 'video', 'videos'] as const;
/** Speakers in a text that holds a whole conversation (Anthropic's hh-rlhf). */
const NAMED = /(?:^|\n)[^\S\n]*(Human|Assistant):/;

interface Said {
  readonly role: string;
  readonly content: JsonValue;
  /** Of tools. */
  readonly calls: JsonValue;
}

/** What a row asks before its last answer. */
export interface AskedPrompt {
  /** Equal for the same prompt: all that is said before the last answer, without system turns unless the questions are all short. */
  readonly whole: JsonValue;
  /** What is asked between the answers, the first question first. */
  readonly questions: readonly JsonValue[];
  /** The system turns where all questions are short, else null. */
  readonly system: JsonValue;
  /** What else a question may be about. */
  readonly media: JsonValue;
}

/**
 * What a row asks, in whatever format it is, as `plainQuestion` has texts; null where nothing is asked. TRL trains on every answer of a
 * conversation, so that the first question is one that was seen in training, whatever follows it. Another system prompt makes no other
 * question of one that says something by itself, nor do keys of turns besides role and content, or the tools that may be called.
 */
export function askedPrompt(row: Row): AskedPrompt | null {
  const { object } = row;
  if (object === null) return null;
  for (const said of candidates(row, object)) {
    const prompt = promptIn(said, object);
    if (prompt !== null) return prompt;
  }
  return null;
}

/** Whether a question says too little to tell what a conversation is about. */
export function isShort(question: JsonValue): boolean {
  return (
    Array.isArray(question) && question.every((part) => typeof part === 'string' && isShortQuestion(part))
  );
}

/** Where the question of a row may stand, the likeliest first. */
function* candidates(row: Row, object: JsonObject): Generator<readonly Said[]> {
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
      yield* [...inConversations(conversations)].map(answeredElsewhere);
      yield* conversations.filter(({ column }) => column === 'chosen').map(({ turns }) => turns.map(saidBy));
      yield inColumns(object);
      if (typeof chosen === 'string' && typeof rejected === 'string') yield namedIn(chosen);
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

const ANSWER: Said = { role: 'assistant', content: '', calls: null };
const ANSWERS_ALONE = new Set(['completion', 'chosen', 'rejected']);

function* inConversations(conversations: readonly Conversation[]): Generator<readonly Said[]> {
  for (const { column, turns } of conversations)
    if (column !== 'prompt' && !ANSWERS_ALONE.has(column)) yield turns.map(saidBy);
}

/** Where the answers stand in columns of their own, a conversation that ends without one is all prompt. */
function answeredElsewhere(said: readonly Said[]): readonly Said[] {
  return said.at(-1)?.role === 'assistant' ? said : [...said, ANSWER];
}

/** As Alpaca has them, and preference rows that name the prompt so. */
function inColumns({ system, instruction, question, input }: JsonObject): readonly Said[] {
  return [...asSystem(system), ...asUser([instruction ?? question, input].filter(isString).join('\n'))];
}

/** A prompt as text or as turns. */
function askedIn(prompt: JsonValue | undefined, conversations: readonly Conversation[]): readonly Said[] {
  if (typeof prompt === 'string') return asUser(prompt);
  const turns = conversations.find(({ column }) => column === 'prompt')?.turns.map(saidBy) ?? [];
  return [...turns, ANSWER];
}

function namedIn(text: string): readonly Said[] {
  const [, ...named] = text.split(NAMED);
  return named.flatMap((name, n) => {
    if (n % 2 === 1) return [];
    const role = name === 'Human' ? 'user' : 'assistant';
    return [{ role, content: plainQuestion(named[n + 1] ?? ''), calls: null }];
  });
}

/** Null where nothing is asked but by the system. */
function promptIn(said: readonly Said[], object: JsonObject): AskedPrompt | null {
  const first = said.findIndex(isAsking);
  if (first === -1) return null;
  const last = said.findLastIndex(({ role }) => role === 'assistant');
  const before = said.slice(0, last > first ? last : said.length);
  const questions = questionsIn(before);
  const media = MEDIA.map((column) => object[column] ?? null);
  const turns = before.flatMap((each) => (isTold(each) ? [[each.role, each.content, each.calls]] : []));
  const system = questions.every(isShort) ? systemIn(before) : null;
  const whole = [turns, media, system];
  return { whole, questions, system, media };
}

function systemIn(said: readonly Said[]): JsonValue[] {
  return said.filter(({ role }) => role === 'system').map(({ content }) => content);
}

/** What is asked before the first answer to something, between that and the next one, and so on. */
function questionsIn(said: readonly Said[]): JsonValue[] {
  const questions: JsonValue[][] = [[]];
  for (const each of said) {
    const last = questions.at(-1) ?? [];
    if (isAsking(each)) last.push(each.content);
    else if (each.role === 'assistant' && last.length > 0) questions.push([]);
  }
  return questions.filter((question) => question.length > 0);
}

/** Whether it makes another prompt; system turns are looked at apart. */
function isTold(said: Said): boolean {
  const { role } = said;
  return role !== 'system' && (role === 'assistant' || said.content !== '' || said.calls !== null);
}

function isAsking(said: Said): boolean {
  const { role } = said;
  return role !== 'system' && role !== 'assistant' && role !== 'tool' && said.content !== '';
}

/** Its content is made plain where somebody asks for it: most answers are not part of what is asked. */
class SaidInTurn implements Said {
  readonly role: string;
  readonly #turn: Turn;
  #content: JsonValue | undefined;

  constructor(turn: Turn) {
    this.role = roleOf(turn);
    this.#turn = turn;
  }

  get content(): JsonValue {
    this.#content ??= contentOf(this.#turn.content);
    return this.#content;
  }

  get calls(): JsonValue {
    const { tool_calls: calls, function_call: call } = this.#turn.value;
    return calls ?? call ?? null;
  }
}

function saidBy(turn: Turn): Said {
  return new SaidInTurn(turn);
}

function roleOf(turn: Turn): string {
  const { role } = turn;
  if (isAssistant(turn) || role === 'function_call') return 'assistant';
  if (isToolResult(turn)) return 'tool';
  if (isSystem(turn)) return 'system';
  return role === 'human' || typeof role !== 'string' ? 'user' : role;
}

/** A list of nothing but texts says what one text says. */
function contentOf(content: JsonValue | undefined): JsonValue {
  if (typeof content === 'string') return plainQuestion(content);
  if (!Array.isArray(content)) return content ?? '';
  const texts = content.map(textOf);
  const others = content.filter((_, n) => texts[n] === null);
  const text = plainQuestion(texts.filter(isString).join(' '));
  return others.length === 0 ? text : [text, ...others];
}

function textOf(part: JsonValue): string | null {
  if (typeof part === 'string') return part;
  if (!isObject(part) || (part['type'] ?? 'text') !== 'text') return null;
  const text = part['text'] ?? part['value'];
  return typeof text === 'string' ? text : null;
}

function asUser(text: JsonValue | undefined): Said[] {
  return typeof text === 'string' ? [{ role: 'user', content: plainQuestion(text), calls: null }] : [];
}

function asSystem(text: JsonValue | undefined): Said[] {
  return typeof text === 'string' ? [{ role: 'system', content: plainQuestion(text), calls: null }] : [];
}

function hasValue(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null;
}

function isString(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}
