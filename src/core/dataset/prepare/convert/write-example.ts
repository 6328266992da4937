import { isObject, type JsonObject, type JsonValue } from '../../json/json-value.ts';
import { unreachable } from '../../../text/unreachable.ts';
import type { ConversionLoss, ConversionTarget, DropReason, Example, ExampleTurn } from './example.ts';
import { shareGptTurn, turnLoss } from './sharegpt-turn.ts';

/** The rows that say what an example says, two where one row had two answers. */
export interface Written {
  readonly rows: readonly JsonObject[];
  readonly losses: ReadonlySet<ConversionLoss>;
}

/** Writes an example in another format; a reason where that has no place for it. */
export function writeExample(example: Example, target: ConversionTarget): Written | DropReason {
  switch (target) {
    case 'messages':
    case 'tool-calling':
    case 'sharegpt':
      return writeTurns(example, target);
    case 'prompt-completion':
      return writePair(example, example.isText ? 'text' : 'turns');
    case 'prompt-completion-text':
      return writePair(example, 'text');
    case 'text':
      return writeText(example);
    case 'alpaca':
      return writeAlpaca(example);
    case 'preference':
      return writePreference(example);
    case 'kto':
      return writeKto(example);
    default:
      return unreachable(target);
  }
}

function written(example: Example, row: JsonObject, losses: readonly ConversionLoss[]): Written {
  const clashing = Object.keys(row).some((key) => Object.hasOwn(example.rest, key));
  const all = new Set([...example.losses, ...losses, ...(clashing ? (['other-columns'] as const) : [])]);
  return { rows: [{ ...row, ...example.rest, ...row }], losses: all };
}

/** What is lost of a judged row where only the good answer has a place. */
function judgedLosses({ rejected, label }: Example): ConversionLoss[] {
  return [
    ...(rejected === null ? [] : (['rejected-answer'] as const)),
    ...(label === null ? [] : (['label'] as const)),
  ];
}

/** Answers in a prompt are not trained on, all those among turns are. */
function promptLosses({ turns, answerAt }: Example): ConversionLoss[] {
  const hasAnswers = turns.slice(0, answerAt ?? 0).some(({ role }) => role === 'assistant');
  return hasAnswers ? ['prompt-answers'] : [];
}

function withTools({ tools }: Example): JsonObject {
  return tools === null ? {} : { tools };
}

function writeTurns(
  example: Example,
  target: 'messages' | 'tool-calling' | 'sharegpt',
): Written | DropReason {
  const { turns, answerAt, tools, label, isText } = example;
  if (label === false) return 'labelled-bad';
  if (target === 'tool-calling' && tools === null) return 'no-tools';
  // an answer alone does not say that its prompt was an empty list
  const isTold = answerAt === null || isText || (answerAt > 0 && answerAt === answerOf(turns));
  const losses: ConversionLoss[] = [
    ...judgedLosses(example),
    ...promptLosses(example),
    ...(isTold ? [] : (['boundary'] as const)),
  ];
  if (target !== 'sharegpt') return written(example, { messages: [...turns], ...withTools(example) }, losses);
  const changed = turns.map(turnLoss).filter((loss) => loss !== null);
  const row = { conversations: turns.map(shareGptTurn), ...withTools(example) };
  return written(example, row, [...losses, ...changed]);
}

/** Where the last answer begins, if the conversation ends with one; null if not. */
function answerOf(turns: readonly ExampleTurn[]): number | null {
  return turns.at(-1)?.role === 'assistant' ? turns.length - 1 : null;
}

/** Prompt and answer apart; a reason where there is none of them. */
function parted({
  turns,
  answerAt,
}: Example): { asked: ExampleTurn[]; answered: ExampleTurn[] } | DropReason {
  const at = answerAt ?? answerOf(turns);
  if (at === null || at >= turns.length) return 'no-answer';
  if (at === 0) return 'no-prompt';
  return { asked: turns.slice(0, at), answered: turns.slice(at) };
}

function writePair(example: Example, style: 'text' | 'turns'): Written | DropReason {
  if (example.label === false) return 'labelled-bad';
  const pair = pairOf(example, style);
  if (typeof pair === 'string') return pair;
  const { losses, ...columns } = pair;
  const tools = style === 'turns' ? withTools(example) : {};
  return written(example, { ...columns, ...tools }, [...losses, ...judgedLosses(example)]);
}

interface Pair {
  readonly prompt: JsonValue;
  readonly completion: JsonValue;
  readonly losses: readonly ConversionLoss[];
}

function pairOf(example: Example, style: 'text' | 'turns'): Pair | DropReason {
  const parts = parted(example);
  if (typeof parts === 'string') return parts;
  const { asked, answered } = parts;
  const isTaught = example.answerAt === null && asked.some(({ role }) => role === 'assistant');
  const losses: ConversionLoss[] = isTaught ? ['earlier-answers'] : [];
  if (style === 'turns') return { prompt: asked, completion: answered, losses };
  const [prompt, completion] = [textOf(asked), textOf(answered)];
  if (prompt === null || completion === null) return 'no-text';
  return {
    prompt,
    completion,
    losses: [...losses, ...textLosses(example, asked.length > 1 || answered.length > 1)],
  };
}

/** The texts of turns with an empty line between them; null if one has no text alone. */
function textOf(turns: readonly ExampleTurn[]): string | null {
  const texts = turns.map((turn) => (turn['tool_calls'] === undefined ? contentText(turn['content']) : null));
  return texts.every((text) => text !== null) ? texts.join('\n\n') : null;
}

function contentText(content: JsonValue | undefined): string | null {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return null;
  const texts = content.map((part) => (isObject(part) && part['type'] === 'text' ? part['text'] : null));
  return texts.every((text) => typeof text === 'string') ? texts.join('') : null;
}

/** What turns lose when they become text. */
function textLosses({ turns, tools }: Example, areJoined: boolean): ConversionLoss[] {
  const isPlain = turns.every(
    (turn) => Object.keys(turn).length === 2 && typeof turn['content'] === 'string',
  );
  return [
    ...(areJoined ? (['roles'] as const) : []),
    ...(isPlain ? [] : (['turn-fields'] as const)),
    ...(tools === null ? [] : (['tools'] as const)),
  ];
}

/** A pair of texts is put together as TRL does it, with nothing between. */
function writeText(example: Example): Written | DropReason {
  const { turns, isText, label } = example;
  if (label === false) return 'labelled-bad';
  const text = textOf(turns);
  if (text === null) return 'no-text';
  const isPair = isText && turns.length > 1;
  const joined = isPair ? turns.map((turn) => contentText(turn['content']) ?? '').join('') : text;
  const areRoles = !isText && (turns.length > 1 || turns[0]?.role !== 'assistant');
  const losses = [...textLosses(example, areRoles), ...judgedLosses(example)];
  return written(example, { text: joined }, isPair ? [...losses, 'boundary'] : losses);
}

/** One question and one answer; a system prompt and earlier pairs in `system` and `history` (LLaMA-Factory). */
function writeAlpaca(example: Example): Written | DropReason {
  const { turns, tools, label, answerAt, isText, apart } = example;
  if (label === false) return 'labelled-bad';
  const [first] = turns;
  const system = first?.role === 'system' ? contentText(first['content']) : '';
  const spoken = first?.role === 'system' ? turns.slice(1) : turns;
  const texts = spoken.map((turn) =>
    turn['tool_calls'] === undefined ? contentText(turn['content']) : null,
  );
  const alternate = spoken.every(({ role }, n) => role === (n % 2 === 0 ? 'user' : 'assistant'));
  if (answerOf(spoken) === null) return 'no-answer';
  if (spoken.length < 2) return 'no-prompt';
  const whole = texts.filter((text) => text !== null);
  if (!alternate || system === null || whole.length < texts.length) return 'no-single-text';
  const history: string[][] = [];
  for (let n = 0; n < whole.length - 2; n += 2) history.push(whole.slice(n, n + 2));
  const [asked = '', output = ''] = whole.slice(-2);
  const row: JsonObject = { ...(apart ?? { instruction: asked, input: '' }), output };
  if (system !== '') row['system'] = system;
  if (history.length > 0) row['history'] = history;
  const isTold = answerAt === null || isText || answerAt === turns.length - 1;
  const losses = [
    ...textLosses({ ...example, tools }, false),
    ...judgedLosses(example),
    ...promptLosses(example),
  ];
  const kept = { ...example, losses: new Set([...example.losses].filter((loss) => loss !== 'input')) };
  return written(kept, row, isTold ? losses : [...losses, 'boundary']);
}

function writePreference(example: Example): Written | DropReason {
  const { rejected, isText } = example;
  if (rejected === null) return 'no-rejected';
  const parts = parted(example);
  if (typeof parts === 'string') return parts;
  const { asked, answered } = parts;
  if (!isText)
    return written(
      example,
      { prompt: asked, chosen: answered, rejected: [...rejected], ...withTools(example) },
      [],
    );
  return written(
    example,
    { prompt: textOf(asked), chosen: textOf(answered), rejected: textOf(rejected) },
    [],
  );
}

/** A pair of answers becomes two rows. */
function writeKto(example: Example): Written | DropReason {
  const { rejected, label, isText, turns } = example;
  if (rejected === null && label === null) return 'no-label';
  const style = isText ? 'text' : 'turns';
  const pair = pairOf(example, style);
  if (typeof pair === 'string') return pair;
  const { losses, ...columns } = pair;
  const tools = isText ? {} : withTools(example);
  const good = written(example, { ...columns, label: label ?? true, ...tools }, losses);
  if (rejected === null) return good;
  const asked = turns.slice(0, example.answerAt ?? 0);
  const other = pairOf({ ...example, turns: [...asked, ...rejected] }, style);
  if (typeof other === 'string') return other;
  const bad = { prompt: other.prompt, completion: other.completion, label: false, ...tools };
  const worse = written(example, bad, ['pairing']);
  return { rows: [...good.rows, ...worse.rows], losses: new Set([...good.losses, ...worse.losses]) };
}
