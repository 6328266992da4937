import type { DuplicateRow } from '../../../core/dataset/prepare/duplicate-rows.ts';
import type { PreparationOf, Prepared } from '../../../core/dataset/prepare/preparation.ts';
import type { PreparationResult } from '../../../core/dataset/prepare/preparation-result.ts';
import { preparedNotes } from '../../../core/dataset/prepare/prepared-notes.ts';
import { preparedSummary } from '../../../core/dataset/prepare/prepared-summary.ts';
import type { RowPreview } from '../../../core/dataset/prepare/preview/row-preview.ts';
import { shownRow } from '../../../core/dataset/prepare/preview/shown-row.ts';
import { duplicateNote, excludedNote } from '../../../core/dataset/prepare/row-notes.ts';
import type { Message } from '../../../core/text/message.ts';
import { besideNotes } from './beside-notes.ts';
import { dedupeFile } from './dedupe-file.ts';
import { excludeFile } from './exclude-file.ts';
import { rowsByNumber } from './first-rows.ts';
import type { Readings } from './preparing.ts';
import { splitFile } from './split-file.ts';
import { written } from './written.ts';

/** Rows that a preview shows. */
const MOST_SHOWN = 50;

/** De-duplicates a file, or shows the rows that would go, each beside the one that stays. */
export async function dedupe(asked: PreparationOf<'dedupe'>, reading: Readings): Promise<Prepared> {
  const { input, output, near } = asked;
  const { source, found } = await dedupeFile({ ...asked, expected: asked.seen, reading });
  const result: PreparationResult = { kind: 'dedupe', source, found, near, output };
  if (output !== null) return written(result, [output]);
  const dropped = [...found.dropped.values()];
  return {
    kind: 'found',
    summary: preparedSummary(result),
    notes: preparedNotes(result),
    sha256: source.sha256,
    changes: dropped.length > 0,
    rows: await pairs(input, dropped.slice(0, MOST_SHOWN)),
  };
}

async function pairs(input: string, dropped: readonly DuplicateRow[]): Promise<RowPreview[]> {
  const numbers = new Set(dropped.flatMap(({ row, equals }) => [row, equals]));
  const rows = await rowsByNumber(input, numbers);
  const shown = (row: number): string | null => shownRow(rows.get(row)?.raw.text ?? '');
  return dropped.map((each) => {
    const { row, equals } = each;
    return { row, before: shown(row), after: [shown(equals)], notes: [duplicateNote(each)] };
  });
}

/** Leaves the rows out that rules name, or shows them. */
export async function exclude(asked: PreparationOf<'exclude'>, reading: Readings): Promise<Prepared> {
  const { input, output } = asked;
  const { source, dropped } = await excludeFile({ ...asked, expected: asked.seen, reading });
  const result: PreparationResult = { kind: 'exclude', source, dropped, output };
  if (output !== null) return written(result, [output]);
  const first = dropped.slice(0, MOST_SHOWN);
  const rows = await rowsByNumber(input, new Set(first.map(({ row }) => row)));
  return {
    kind: 'found',
    summary: preparedSummary(result),
    notes: preparedNotes(result),
    sha256: source.sha256,
    changes: dropped.length > 0,
    rows: first.map((each) => ({
      row: each.row,
      before: shownRow(rows.get(each.row)?.raw.text ?? ''),
      after: [],
      notes: [excludedNote(each)],
    })),
  };
}

/** Divides a file, or says how many rows each side would have. */
export async function split(asked: PreparationOf<'split'>, reading: Readings): Promise<Prepared> {
  const { input, output: outputs } = asked;
  const { source, split } = await splitFile({ ...asked, outputs, expected: asked.seen, reading });
  const beside = outputs === null ? [] : besideNotes(input, outputs);
  const result: PreparationResult = { kind: 'split', source, split, outputs, beside };
  if (outputs !== null) return written(result, [outputs.train, outputs.eval]);
  const strata = asked.strata === null ? [] : split.strata;
  const kinds = strata.map(({ value, rows, eval: held }): Message => {
    const args = { value: value ?? '-', train: rows - held, eval: held };
    return { id: 'prepare.split.stratum', args };
  });
  return {
    kind: 'found',
    summary: preparedSummary(result),
    notes: [...preparedNotes(result), ...kinds],
    sha256: source.sha256,
    changes: true,
    rows: [],
  };
}
