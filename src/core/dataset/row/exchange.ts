import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import { askedText } from './spoken-columns.ts';
import { isAssistant, isUser, type Conversation, type Turn } from './turn.ts';

/** Where a text stands: in a turn, or at a path. A path is made only for what is reported. */
type TextSource = Turn | Path;

/** A text that the model learns to write, and what was asked right before it. */
export interface Exchange {
  readonly answer: string;
  /** Null unless a user's text comes right before it. */
  readonly prompt: string | null;
  /** The text beside an Alpaca instruction; empty if there is none. */
  readonly input: string;
  /** Where the answer stands in its row. */
  readonly path: Path;
  /** False only if the prompt is certainly longer than so many characters. Cheaper than asking for the prompt. */
  mayPromptFit(length: number): boolean;
}

class ReadExchange implements Exchange {
  readonly answer: string;
  readonly prompt: string | null;
  readonly input: string;
  readonly #source: TextSource;

  constructor(answer: string, prompt: string | null, input: string, source: TextSource) {
    this.answer = answer;
    this.prompt = prompt;
    this.input = input;
    this.#source = source;
  }

  get path(): Path {
    const source = this.#source;
    return 'contentKey' in source ? [...source.path, source.contentKey] : source;
  }

  mayPromptFit(length: number): boolean {
    return this.prompt !== null && this.prompt.length <= length;
  }
}

const OUTPUT: Path = ['output'];
const RESPONSE: Path = ['response'];
const COMPLETION: Path = ['completion'];
const ANSWER: Path = ['answer'];
const CHOSEN: Path = ['chosen'];

/**
 * Every answer of a row that is text: of assistants, in `ANSWER_COLUMNS` and in `chosen`; rejected ones are not learned. The columns
 * are looked at one by one instead of in a loop, which would be slower for each row.
 */
export function exchangesOf(row: JsonObject, conversations: readonly Conversation[]): Exchange[] {
  const found: Exchange[] = [];
  for (const { column, turns } of conversations) if (column !== 'rejected') fromTurns(turns, found);
  const { output, response, completion, answer, chosen } = row;
  if (typeof output === 'string') found.push(fromColumn(row, output, OUTPUT));
  if (typeof response === 'string') found.push(fromColumn(row, response, RESPONSE));
  if (typeof completion === 'string') found.push(fromColumn(row, completion, COMPLETION));
  if (typeof answer === 'string') found.push(fromColumn(row, answer, ANSWER));
  if (typeof chosen === 'string') found.push(fromColumn(row, chosen, CHOSEN));
  return found;
}

function fromColumn(row: JsonObject, answer: string, path: Path): Exchange {
  const { input } = row;
  return new ReadExchange(answer, askedText(row), typeof input === 'string' ? input : '', path);
}

function fromTurns(turns: readonly Turn[], found: Exchange[]): void {
  let before: Turn | null = null;
  for (const turn of turns) {
    const { content } = turn;
    if (isAssistant(turn)) {
      const prompt =
        before !== null && isUser(before) && typeof before.content === 'string' ? before.content : null;
      if (typeof content === 'string') found.push(new ReadExchange(content, prompt, '', turn));
      else if (Array.isArray(content)) fromParts(turn, content, prompt, found);
    }
    before = turn;
  }
}

function fromParts(turn: Turn, parts: readonly JsonValue[], prompt: string | null, found: Exchange[]): void {
  parts.forEach((part, n) => {
    if (!isObject(part) || part['type'] !== 'text') return;
    const key = part['text'] === undefined ? 'value' : 'text';
    const text = part[key];
    if (typeof text === 'string')
      found.push(new ReadExchange(text, prompt, '', [...turn.path, turn.contentKey, n, key]));
  });
}
