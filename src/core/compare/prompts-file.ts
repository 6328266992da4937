import * as v from 'valibot';
import { HumanError } from '../text/human-error.ts';
import type { ComparedMessage } from './comparison.ts';

const turns = v.pipe(v.array(v.object({ role: v.string(), content: v.string() })), v.minLength(1));
const row = v.union([v.object({ messages: turns }), v.object({ prompt: v.union([v.string(), turns]) })]);

/** A prompt of the user's: the turns before the answer. */
export interface OwnPrompt {
  readonly messages: ComparedMessage[];
}

/**
 * Reads a file of prompts: text with one prompt a line, where blank lines and lines that begin with # are skipped, or, by its
 * name, JSONL rows with `messages` (less a last answer) or `prompt`.
 * @throws {HumanError} with the line that is broken, or `compare.prompts.empty`
 */
export function parsePromptsFile(path: string, bytes: Uint8Array): OwnPrompt[] {
  const isRows = /\.(?:jsonl|ndjson)$/i.test(path);
  const prompts = linesOf(path, bytes).flatMap((text, index) => {
    if (text.trim() === '') return [];
    if (isRows) return [rowPrompt(path, text, index + 1)];
    return text.startsWith('#') ? [] : [textPrompt(text)];
  });
  if (prompts.length === 0) throw new HumanError('compare.prompts.empty', { path });
  return prompts;
}

/** A prompt of one user turn. */
export function textPrompt(text: string): OwnPrompt {
  return { messages: [{ role: 'user', content: text.trim() }] };
}

function rowPrompt(path: string, text: string, line: number): OwnPrompt {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new HumanError('compare.prompts.json', { path, line }, { cause: error });
  }
  const parsed = v.safeParse(row, value);
  if (!parsed.success) throw new HumanError('compare.prompts.row', { path, line });
  if ('messages' in parsed.output) return { messages: withoutAnswer(parsed.output.messages) };
  const { prompt } = parsed.output;
  return typeof prompt === 'string' ? textPrompt(prompt) : { messages: prompt };
}

function withoutAnswer(messages: ComparedMessage[]): ComparedMessage[] {
  return messages.length > 1 && messages.at(-1)?.role === 'assistant' ? messages.slice(0, -1) : messages;
}

/** The lines of a file in UTF-8, without a byte order mark. */
function linesOf(path: string, bytes: Uint8Array): string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/);
  } catch (error) {
    throw new HumanError('compare.prompts.bytes', { path, line: firstBrokenLine(bytes) }, { cause: error });
  }
}

function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line - 1;
}
