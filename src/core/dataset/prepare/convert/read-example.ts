import { columnBit, columnsOf, KNOWN_COLUMNS } from '../../row/column.ts';
import { isObject, type JsonObject, type JsonValue } from '../../json/json-value.ts';
import { formatOfRow } from '../../row/row-format.ts';
import { isEqualJson } from './equal-json.ts';
import type { ConversionLoss, DropReason, Example, ExampleTurn } from './example.ts';
import { isDolly } from './dolly.ts';
import { isNothing } from './is-nothing.ts';
import { judgementOf } from './judgement.ts';
import { callLosses, readTurn, shareGptLosses } from './sharegpt-turn.ts';

/** What a format says in its own columns. */
type Said = Pick<Example, 'turns' | 'answerAt' | 'isText' | 'rejected'> & {
  /** Its columns. */
  readonly columns: readonly string[];
  readonly losses?: readonly ConversionLoss[];
  readonly apart?: Example['apart'];
};

/** What a row says; a reason where it cannot be told. */
export function readExample(row: JsonObject): Example | DropReason {
  const format = formatOfRow(row, columnsOf(row));
  if (format === 'unknown') return 'unknown-format';
  const said = format === 'preference' ? ofPreference(row) : ofAnswer(row);
  if (said === null) return 'bad-turn';
  const judged = judgementOf(row);
  const own = new Set([...said.columns, 'tools', ...(judged?.columns ?? [])]);
  const { rest, isLossy } = otherColumns(row, own);
  const { turns, answerAt, isText, rejected } = said;
  return {
    turns,
    answerAt,
    isText,
    rejected,
    tools: row['tools'] ?? null,
    label: judged?.isGood ?? null,
    apart: said.apart ?? null,
    rest,
    losses: new Set([...(said.losses ?? []), ...(isLossy ? (['other-columns'] as const) : [])]),
  };
}

/** What belongs to no format goes along; columns of another format would make the row two things at once. */
function otherColumns(row: JsonObject, own: ReadonlySet<string>): { rest: JsonObject; isLossy: boolean } {
  const others = Object.entries(row).filter(([key]) => !own.has(key));
  const isFormats = ([key, value]: [string, JsonValue]): boolean =>
    FORMAT_COLUMNS.has(key) && (key !== 'label' || typeof value === 'boolean' || value === null);
  return {
    rest: Object.fromEntries(others.filter((each) => !isFormats(each))),
    isLossy: others.some((each) => isFormats(each) && !isNothing(each[1])),
  };
}

/** What the rows of some format may have. */
const FORMAT_COLUMNS: ReadonlySet<string> = new Set([...KNOWN_COLUMNS, 'system', 'history']);

/** The columns that make a row more than its answer: without them its format is that of the answer. */
const BEYOND = columnBit('tools') | columnBit('label') | columnBit('chosen');

function ofAnswer(row: JsonObject): Said | null {
  const { prompt, completion, messages, conversations } = row;
  const format = formatOfRow(row, columnsOf(row) & ~BEYOND);
  if (format === 'messages') {
    const list = listOf(messages ?? null);
    const turns = readTurns(list);
    return turns === null ? null : { ...whole(turns), columns: ['messages'], losses: strayLosses(list) };
  }
  if (format === 'sharegpt') return ofShareGpt(row, listOf(conversations ?? null));
  if (format === 'alpaca') return ofAlpaca(row);
  if (format === 'text') return ofText(row['text'] ?? null);
  if (typeof prompt === 'string' && typeof completion === 'string') return ofTextPair(prompt, completion);
  return ofTurnPair(listOf(prompt ?? null), listOf(completion ?? null));
}

function whole(turns: readonly ExampleTurn[]) {
  return { turns, answerAt: null, isText: false, rejected: null } as const;
}

function ofTextPair(prompt: string, completion: string): Said {
  const turns = [user(prompt), assistant(completion)];
  return { turns, answerAt: 1, isText: true, rejected: null, columns: ['prompt', 'completion'] };
}

function ofTurnPair(prompt: readonly JsonValue[], completion: readonly JsonValue[]): Said | null {
  const [asked, answered] = [readTurns(prompt), readTurns(completion)];
  if (asked === null || answered === null) return null;
  const columns = ['prompt', 'completion'];
  const losses = strayLosses([...prompt, ...completion]);
  return { ...whole([...asked, ...answered]), answerAt: asked.length, columns, losses };
}

/** LLaMA-Factory keeps the system prompt in a column of its own. */
function ofShareGpt(row: JsonObject, conversations: readonly JsonValue[]): Said | null {
  const turns = readTurns(conversations);
  if (turns === null) return null;
  const losses = conversations.flatMap(shareGptLosses);
  const system = row['system'];
  const isOwn = typeof system === 'string' && turns[0]?.role !== 'system';
  if (!isOwn) return { ...whole(turns), columns: ['conversations'], losses };
  const said = system === '' ? turns : [{ role: 'system', content: system }, ...turns];
  const all: ConversionLoss[] = system === '' ? losses : [...losses, 'system-column'];
  return { ...whole(said), columns: ['conversations', 'system'], losses: all };
}

/** What is asked and, below it, what it is about; `system` and `history` as LLaMA-Factory has them. */
function ofAlpaca(row: JsonObject): Said | null {
  const { instruction, system = null, history = null, output, response } = row;
  const about = isDolly(row) ? 'context' : 'input';
  const input = row[about] ?? null;
  const answer = output ?? response ?? null;
  const earlier = readHistory(history);
  if (typeof instruction !== 'string' || typeof answer !== 'string' || earlier === null) return null;
  const apart = typeof input === 'string' && input !== '' ? { instruction, input } : null;
  const asked =
    apart === null || instruction === '' ? (apart?.input ?? instruction) : `${instruction}\n\n${apart.input}`;
  const turns = [...earlier, user(asked), assistant(answer)];
  const hasSystem = typeof system === 'string' && system !== '';
  return {
    ...whole(hasSystem ? [{ role: 'system', content: system }, ...turns] : turns),
    columns: [
      'instruction',
      'history',
      (output ?? null) === null ? 'response' : 'output',
      ...(typeof input === 'string' ? [about] : []),
      ...(typeof system === 'string' ? ['system'] : []),
    ],
    losses: apart === null ? [] : ['input'],
    apart,
  };
}

function readHistory(history: JsonValue): ExampleTurn[] | null {
  if (history === null) return [];
  if (!Array.isArray(history)) return null;
  const turns: ExampleTurn[] = [];
  for (const pair of history) {
    const [asked, answered] = Array.isArray(pair) ? pair : [];
    if (typeof asked !== 'string' || typeof answered !== 'string') return null;
    turns.push(user(asked), assistant(answered));
  }
  return turns;
}

function ofText(text: JsonValue): Said | null {
  if (typeof text !== 'string') return null;
  return { turns: [assistant(text)], answerAt: 0, isText: true, rejected: null, columns: ['text'] };
}

/** Text, turns, or one turn (LLaMA-Factory); where no prompt is given, it is what both answers begin with. */
function ofPreference(row: JsonObject): Said | null {
  const column = ['prompt', 'conversations', 'messages'].find((name) => (row[name] ?? null) !== null);
  const prompt = column === undefined ? null : (row[column] ?? null);
  const [chosen, rejected] = [readAnswer(row['chosen'] ?? null), readAnswer(row['rejected'] ?? null)];
  const asked = typeof prompt === 'string' ? [user(prompt)] : readTurns(listOf(prompt ?? []));
  if (asked === null || chosen === null || rejected === null) return null;
  const columns = ['chosen', 'rejected', ...(column === undefined ? [] : [column])];
  const isText = typeof prompt === 'string' && typeof row['chosen'] === 'string';
  if (column !== undefined)
    return { turns: [...asked, ...chosen], answerAt: asked.length, isText, rejected, columns };
  const shared = sharedTurns(chosen, rejected);
  return { turns: chosen, answerAt: shared, isText: false, rejected: rejected.slice(shared), columns };
}

function readAnswer(value: JsonValue): ExampleTurn[] | null {
  if (typeof value === 'string') return [assistant(value)];
  return readTurns(listOf(value));
}

/** One turn stands for a list of one; what is neither is a turn that cannot be read. */
function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

function sharedTurns(a: readonly ExampleTurn[], b: readonly ExampleTurn[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && isEqualJson(a[shared] ?? null, b[shared] ?? null))
    shared++;
  return shared;
}

/** Null if one of them has no role. */
function readTurns(values: readonly JsonValue[]): ExampleTurn[] | null {
  const turns: ExampleTurn[] = [];
  for (const value of values) {
    const turn = readTurn(value);
    if (turn === null) return null;
    turns.push(turn);
  }
  return turns;
}

/** Turns of from and value that stand among turns of roles become such as well. */
function strayLosses(turns: readonly JsonValue[]): ConversionLoss[] {
  const areAll = turns.every((turn) => isObject(turn) && typeof turn['role'] === 'string');
  return areAll ? [] : ['role-names', ...turns.flatMap(callLosses)];
}

function user(content: string): ExampleTurn {
  return { role: 'user', content };
}

function assistant(content: string): ExampleTurn {
  return { role: 'assistant', content };
}
