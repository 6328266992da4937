import { hasDocumentColumn, isFilled } from './documents.ts';
import type { JsonObject } from '../json/json-value.ts';
import { askedText } from './spoken-columns.ts';
import { isAssistant, isUser, type Conversation, type Turn } from './turn.ts';

/** Columns beside a prompt that may hold what it is about, other than those of documents. */
const BESIDE = ['system', 'history', 'images', 'instances'];

/** The first text that is asked in a row; null if something before or beside it could be what it is about. */
export function firstAsked(row: JsonObject, conversations: readonly Conversation[]): string | null {
  const turns = conversations[0]?.turns;
  const asked = turns === undefined ? askedText(row) : firstPrompt(turns);
  if (asked === null) return null;
  return hasDocumentColumn(row) || BESIDE.some((column) => isFilled(row[column])) ? null : asked;
}

function firstPrompt(turns: readonly Turn[]): string | null {
  const [first, second] = turns;
  if (first === undefined || !isUser(first) || typeof first.content !== 'string') return null;
  return second === undefined || isAssistant(second) ? first.content : null;
}
