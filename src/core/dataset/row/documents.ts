import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { isToolResult, type Conversation } from './turn.ts';

/** Columns that hold what others wrote. */
export const DOCUMENT_COLUMNS: ReadonlySet<string | number | undefined> = new Set([
  'input',
  'context',
  'document',
  'documents',
  'passage',
  'article',
  'background',
]);

/** Whether a row holds what others wrote, in a column or as the result of a tool. Asked of every row, so nothing is made for it. */
export function hasDocuments(row: JsonObject, conversations: readonly Conversation[]): boolean {
  if (hasDocumentColumn(row)) return true;
  for (const { turns } of conversations) for (const turn of turns) if (isToolResult(turn)) return true;
  return false;
}

/** Whether a column holds what others wrote. */
export function hasDocumentColumn(row: JsonObject): boolean {
  for (const column in row) if (DOCUMENT_COLUMNS.has(column) && isFilled(row[column])) return true;
  return false;
}

/** Whether a column is there and says something. */
export function isFilled(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}
