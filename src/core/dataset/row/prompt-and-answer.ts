import type { JsonValue } from '../json/json-value.ts';
import type { Row } from './row.ts';
import { isAssistant, type Conversation } from './turn.ts';

/** What a row asks, and what it teaches to answer. */
export interface PromptAndAnswer {
  /** Equal for equal prompts: all that comes before the answer, system and earlier turns included. */
  readonly prompt: JsonValue;
  readonly answer: JsonValue;
}

/** What is asked of a row. */
export type AskedRow = Pick<Row, 'object' | 'format' | 'conversations'>;

/**
 * The prompt and the last answer of a row; null if it has no such pair. Preference and KTO rows have none in this sense: several
 * answers to one prompt are what they are for.
 */
export function promptAndAnswer({ object, format, conversations }: AskedRow): PromptAndAnswer | null {
  if (object === null) return null;
  switch (format) {
    case 'messages':
    case 'sharegpt':
    case 'tool-calling':
      return (
        ofConversation(conversations, object['tools']) ??
        ofColumns(object['prompt'], object['completion'], object['tools'])
      );
    case 'prompt-completion':
      return ofColumns(object['prompt'], object['completion'], object['tools']);
    case 'alpaca': {
      const { instruction, input = null, system = null, output, response } = object;
      return ofColumns([system, instruction ?? null, input], output ?? response, undefined);
    }
    case 'preference':
    case 'kto':
    case 'text':
    case 'unknown':
      return null;
    default:
      return format satisfies never;
  }
}

function ofColumns(
  prompt: JsonValue | undefined,
  answer: JsonValue | undefined,
  tools: JsonValue | undefined,
): PromptAndAnswer | null {
  if (prompt === undefined || answer === undefined || answer === null) return null;
  return { prompt: [prompt, tools ?? null], answer };
}

function ofConversation(
  conversations: readonly Conversation[],
  tools: JsonValue | undefined,
): PromptAndAnswer | null {
  const whole = conversations.find(({ column }) => column === 'messages' || column === 'conversations');
  if (whole === undefined) return null;
  const at = whole.turns.findLastIndex(isAssistant);
  if (at <= 0) return null;
  const turns = whole.turns.slice(0, at).map(({ value }) => value);
  return { prompt: [turns, tools ?? null], answer: whole.turns[at]?.value ?? null };
}
