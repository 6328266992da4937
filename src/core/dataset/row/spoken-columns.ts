import type { JsonObject } from '../json/json-value.ts';

/** Columns of plain text in which something is asked; of several the first counts. */
export const ASKED_COLUMNS = ['prompt', 'instruction', 'question'] as const;

/** Columns of plain text in which something is answered. */
export const ANSWER_COLUMNS = ['completion', 'output', 'response', 'answer'] as const;

/** Columns of preference rows: the better answer and the worse one. */
export const JUDGED_COLUMNS = ['chosen', 'rejected'] as const;

/** All columns of plain text in which somebody says something. */
export const SPOKEN_COLUMNS = [
  'system',
  ...ASKED_COLUMNS,
  'input',
  'text',
  ...ANSWER_COLUMNS,
  ...JUDGED_COLUMNS,
] as const;

/** The text in the first of `ASKED_COLUMNS` that has a value; null if that is no text. Asked of many rows, so it makes no list. */
export function askedText({ prompt, instruction, question }: JsonObject): string | null {
  const asked = prompt ?? instruction ?? question;
  return typeof asked === 'string' ? asked : null;
}
