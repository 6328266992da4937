import { textOf } from '../report/row-speech.ts';
import type { Row } from './row.ts';
import { isSystem } from './turn.ts';

/**
 * The system prompt that a row begins with, white space around it left out; empty if it has none, null of a row that is neither a
 * conversation nor an instruction. Without a system turn it is in the column `system`, as LLaMA-Factory has it.
 */
export function systemPromptOf({ conversations, object }: Row): string | null {
  const [turn] = conversations[0]?.turns ?? [];
  if (turn !== undefined && isSystem(turn)) return textOf(turn.content).trim();
  const column = object?.['system'];
  if (typeof column === 'string') return column.trim();
  return turn === undefined && object?.['instruction'] === undefined ? null : '';
}
