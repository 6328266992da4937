import { isBlankText, isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { SPOKEN_COLUMNS } from './spoken-columns.ts';
import { TURN_COLUMNS } from './turn.ts';

/**
 * Columns that say something about a conversation, or are another; a row with one of them is looked at by every rule. No rule about
 * turns looks at `system` and `input`.
 */
const BUSY = new Set<string>([
  ...TURN_COLUMNS,
  ...SPOKEN_COLUMNS.filter((column) => column !== 'system' && column !== 'input'),
  'tools',
  'functions',
  'image',
  'images',
  'audio',
  'audios',
  'video',
  'videos',
]);

/**
 * Whether a row is a conversation as nearly all are: a system turn or none, then user and assistant in turn to the assistant's
 * last, each turn a role and a text that is not blank, and nothing more to say about it. The rules about turns have nothing to
 * find in such a row, and are not asked: most rows of most files are spared a dozen looks by one.
 */
export function isPlainConversation(row: JsonObject): boolean {
  const { messages } = row;
  if (!Array.isArray(messages)) return false;
  for (const key in row) if (key !== 'messages' && BUSY.has(key)) return false;
  let wanted: 'user' | 'assistant' = 'user';
  for (let n = 0; n < messages.length; n++) {
    const turn = messages[n];
    if (!isObject(turn) || !isPlainTurn(turn)) return false;
    if (n === 0 && turn['role'] === 'system') continue;
    if (turn['role'] !== wanted) return false;
    wanted = wanted === 'user' ? 'assistant' : 'user';
  }
  return wanted === 'user' && messages.length > 1;
}

/** The turns of a plain conversation that is all of its row; null where there are other columns. */
export function onlyTurns(row: JsonObject): readonly JsonValue[] | null {
  const { messages } = row;
  if (!Array.isArray(messages)) return null;
  for (const key in row) if (key !== 'messages') return null;
  return messages;
}

function isPlainTurn(turn: JsonObject): boolean {
  for (const key in turn) if (key !== 'role' && key !== 'content') return false;
  const content: JsonValue | undefined = turn['content'];
  // calls may stand in the text
  return typeof content === 'string' && !content.includes('<tool_call>') && !isBlankText(content);
}
