import type { Message } from '../../text/message.ts';
import { unreachable } from '../../text/unreachable.ts';
import { countDuplicates } from './duplicate-rows.ts';
import type { PreparationResult } from './preparation-result.ts';

/** What a preparation did, in one sentence. */
export function preparedSummary(result: PreparationResult): Message {
  switch (result.kind) {
    case 'convert':
      return convertSummary(result);
    case 'dedupe':
      return doneOrWould('dedupe', countDuplicates(result.found), result.output);
    case 'split':
      return splitSummary(result);
    case 'sample': {
      const args = { out: result.rows, rows: result.source.rows, path: result.output };
      return { id: 'prepare.sample.done', args };
    }
    case 'shuffle':
      return { id: 'prepare.shuffle.done', args: { rows: result.rows, path: result.output } };
    case 'merge': {
      const args = { rows: result.rows, files: result.sources.length, path: result.output };
      return { id: 'prepare.merge.done', args };
    }
    case 'exclude':
      return doneOrWould('exclude', countExcluded(result), result.output);
    default:
      return unreachable(result);
  }
}

function convertSummary({ source, count, rows, output }: ResultOf<'convert'>): Message {
  const args = {
    out: rows,
    path: output,
    converted: count.converted,
    unchanged: count.unchanged,
    dropped: count.dropped.length,
    rows: source.rows,
  };
  return { id: 'prepare.convert.done', args };
}

function splitSummary({ split, outputs }: ResultOf<'split'>): Message {
  const counts = { train: split.rows - split.eval, eval: split.eval };
  if (outputs === null) return { id: 'prepare.split.would', args: counts };
  const args = { ...counts, trainPath: outputs.train, evalPath: outputs.eval };
  return { id: 'prepare.split.done', args };
}

function countExcluded({ source, dropped }: ResultOf<'exclude'>) {
  return { rows: source.rows, out: source.rows - dropped.length, dropped: dropped.length };
}

function doneOrWould(
  kind: 'dedupe' | 'exclude',
  counts: Readonly<Record<string, number>>,
  output: string | null,
): Message {
  if (output === null) return { id: `prepare.${kind}.would`, args: counts };
  return { id: `prepare.${kind}.done`, args: { ...counts, path: output } };
}

type ResultOf<K extends PreparationResult['kind']> = Extract<PreparationResult, { kind: K }>;
