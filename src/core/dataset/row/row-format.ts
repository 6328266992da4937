import { columnBit, KNOWN_COLUMNS, TURNS_IN_PROMPT, type ColumnSet, type KnownColumn } from './column.ts';
import type { DatasetFormat } from '../findings/finding.ts';
import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';

/** For each format the columns that its rows need: one of each group. `tools` may be null in a row without tools. */
export const NEEDED_COLUMNS: Readonly<Record<DatasetFormat, readonly (readonly KnownColumn[])[]>> = {
  messages: [['messages']],
  sharegpt: [['conversations']],
  'prompt-completion': [['prompt'], ['completion']],
  text: [['text']],
  alpaca: [['instruction'], ['output', 'response']],
  preference: [['chosen'], ['rejected']],
  kto: [['messages', 'conversations', 'prompt'], ['label']],
  'tool-calling': [['messages', 'conversations', 'prompt']],
  unknown: [],
};

const MESSAGES = columnBit('messages');
const CONVERSATIONS = columnBit('conversations');
const PROMPT_COMPLETION = columnBit('prompt') | columnBit('completion');
const PREFERENCE = columnBit('chosen') | columnBit('rejected');
const LABEL = columnBit('label');
const TOOLS = columnBit('tools');
const INSTRUCTION = columnBit('instruction');
const ANSWER = columnBit('output') | columnBit('response');
const TEXT = columnBit('text');

/**
 * The format of one row. Preference, KTO and tool calling are recognised before the formats that they extend;
 * `prompt` wins over `messages`, as in TRL (trl 1.16 sft_trainer.py:1314).
 */
export function formatOfRow(row: JsonObject, columns: ColumnSet): DatasetFormat {
  if (has(columns, PREFERENCE)) return 'preference';
  const base = baseFormat(row, columns);
  if (base === 'messages' || base === 'sharegpt' || base === 'prompt-completion') {
    if (has(columns, LABEL) && typeof row['label'] === 'boolean') return 'kto';
    if (has(columns, TOOLS)) return 'tool-calling';
  }
  return base;
}

function baseFormat(row: JsonObject, columns: ColumnSet): DatasetFormat {
  if (has(columns, PROMPT_COMPLETION) && isPromptCompletion(row['prompt'], row['completion']))
    return 'prompt-completion';
  if (has(columns, MESSAGES) && isTurns(row['messages'], 'role')) return 'messages';
  if (has(columns, CONVERSATIONS) && isTurns(row['conversations'], 'from')) return 'sharegpt';
  if (has(columns, INSTRUCTION) && (columns & ANSWER) !== 0) return 'alpaca';
  if (has(columns, TEXT) && typeof row['text'] === 'string') return 'text';
  return 'unknown';
}

function has(columns: ColumnSet, wanted: ColumnSet): boolean {
  return (columns & wanted) === wanted;
}

/** Both text, or both turns: TRL stops at a mix. */
function isPromptCompletion(prompt: JsonValue | undefined, completion: JsonValue | undefined): boolean {
  if (typeof prompt === 'string') return typeof completion === 'string';
  return isTurns(prompt, 'role') && isTurns(completion, 'role');
}

/** What the prompt of a row with a completion is made of. */
export type PromptKind = 'text' | 'turns';

/** Null for a row that is not trained on as a prompt and its completion. */
export function promptKind(format: DatasetFormat, columns: ColumnSet): PromptKind | null {
  if (!has(columns, PROMPT_COMPLETION)) return null;
  if (format !== 'prompt-completion' && format !== 'tool-calling' && format !== 'kto') return null;
  return has(columns, TURNS_IN_PROMPT) ? 'turns' : 'text';
}

/** A list whose first turn, if there is one, says who speaks under this key. */
function isTurns(value: JsonValue | undefined, speaker: 'role' | 'from'): boolean {
  if (!Array.isArray(value)) return false;
  const first = value[0];
  return first === undefined || (isObject(first) && first[speaker] !== undefined);
}

/**
 * The columns that a format needs and a row has not: one for each group of which it has none.
 * @param usual columns of most rows of the file: of a group, the one that these have is named, else the first
 */
export function lackingColumns(format: DatasetFormat, columns: ColumnSet, usual: ColumnSet): KnownColumn[] {
  const lacking: KnownColumn[] = [];
  for (const group of NEEDED_COLUMNS[format]) {
    const own = group.find((column) => has(columns, columnBit(column)));
    if (own === 'prompt' && isHalfPair(columns, usual)) lacking.push('completion');
    if (own !== undefined) continue;
    const named = group.find((column) => has(usual, columnBit(column))) ?? group[0];
    if (named !== undefined) lacking.push(named);
  }
  return lacking;
}

function isHalfPair(columns: ColumnSet, usual: ColumnSet): boolean {
  return has(usual, PROMPT_COMPLETION) && !has(columns, columnBit('completion'));
}

/** Whether rows of a format may have one or another column. */
export function hasAlternatives(format: DatasetFormat): boolean {
  return NEEDED_COLUMNS[format].some((group) => group.length > 1);
}

/** Every column that a format needs, alternatives included; of an unknown one all known columns. */
export function wantedColumns(format: DatasetFormat): readonly KnownColumn[] {
  return format === 'unknown' ? KNOWN_COLUMNS : NEEDED_COLUMNS[format].flat();
}
