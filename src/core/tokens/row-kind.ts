import { PyDict } from '../template/values/dict.ts';
import type { Value } from '../template/values/value.ts';

/** What TRL 1.16 takes a row for (sft_trainer.py:1314): `broken` stops it. */
export type RowKind = 'messages' | 'sharegpt' | 'prompt-turns' | 'prompt-text' | 'text' | 'broken';

/** Columns by which TRL tells whether a row is a conversation; it looks at an arbitrary one of them (data_utils.py:155). */
const TELLING = ['prompt', 'chosen', 'rejected', 'completion', 'messages'];

/** Columns of rows that are prepared already, or hold pictures: TRL goes another way with them. */
const PREPARED = ['input_ids', 'labels', 'assistant_masks', 'completion_mask', 'image', 'images'];

export function isPrepared(row: PyDict): boolean {
  return PREPARED.some((column) => row.has(column));
}

/**
 * @param textField `dataset_text_field` of the recipe
 * @returns null if it depends on chance what TRL takes it for
 */
export function kindOfRow(row: PyDict, textField: string): RowKind | null {
  const telling = TELLING.filter((column) => row.has(column)).map((column) => isTurns(row.getText(column)));
  if (new Set(telling).size > 1) return null;
  const [prompt, completion] = [row.getText('prompt'), row.getText('completion')];
  if (prompt !== undefined) {
    if (isTurns(prompt)) return isTurns(completion) ? 'prompt-turns' : 'broken';
    return typeof prompt === 'string' && typeof completion === 'string' ? 'prompt-text' : 'broken';
  }
  if (isTurns(row.getText('messages'))) return 'messages';
  if (isSharegpt(row.getText('conversations'))) return 'sharegpt';
  return typeof row.getText(textField) === 'string' ? 'text' : 'broken';
}

function isTurns(value: Value | undefined): boolean {
  const first = Array.isArray(value) ? value[0] : undefined;
  return first instanceof PyDict && first.has('role');
}

function isSharegpt(value: Value | undefined): boolean {
  const first = Array.isArray(value) ? value[0] : undefined;
  return first instanceof PyDict && first.has('from') && first.has('value');
}
