import type { JsonObject, JsonValue } from './json-value.ts';
import { isToolResult, type Conversation } from './turn.ts';

/** Columns that hold what others wrote. */
export const DOCUMENT_COLUMNS = [
  'input',
  'context',
  'document',
  'documents',
  'passage',
  'article',
  'background',
] as const;

/** Whether a row holds what others wrote, in a column or as the result of a tool. Asked of every row, so nothing is made for it. */
export function hasDocuments(row: JsonObject, conversations: readonly Conversation[]): boolean {
  const { input, context, document, documents, passage, article, background } = row;
  if (isFilled(input) || isFilled(context) || isFilled(document) || isFilled(documents)) return true;
  if (isFilled(passage) || isFilled(article) || isFilled(background)) return true;
  for (const { turns } of conversations) for (const turn of turns) if (isToolResult(turn)) return true;
  return false;
}

function isFilled(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}
