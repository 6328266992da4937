import type { Path } from '../json/locate.ts';

/** Columns of turns. */
const TURNS = new Set<string | number | undefined>([
  'messages',
  'conversations',
  'prompt',
  'completion',
  'chosen',
  'rejected',
]);
/** Other columns that TRL trains on or hands to the chat template. */
const OTHERS = new Set<string | number | undefined>(['text', 'tools', 'chat_template_kwargs']);

/** Keys of a turn that chat templates print; weights, dates and marks beside them are not read. */
const SPOKEN = new Set<string | number | undefined>([
  'role',
  'from',
  'content',
  'value',
  'name',
  'tool_calls',
  'function_call',
  'tool_call_id',
  'reasoning_content',
  'reasoning',
  'thinking',
]);

/** Whether what stands at a path of a row reaches the model, as far as columns and keys tell. */
export function isTrained(path: Path): boolean {
  const [column, index, key] = path;
  if (OTHERS.has(column)) return true;
  if (!TURNS.has(column)) return false;
  return typeof index !== 'number' || typeof key !== 'string' || SPOKEN.has(key);
}

/** Whether it is a turn itself: transformers drops its keys with null before it renders (tokenization_utils_base.py:3143). */
export function isTurn(path: Path): boolean {
  return path.length === 2 && TURNS.has(path[0]) && typeof path[1] === 'number';
}
