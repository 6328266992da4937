import type { DuplicateRow } from '../../../core/dataset/prepare/duplicate-rows.ts';
import type { PreparationOf, Prepared } from '../../../core/dataset/prepare/preparation.ts';
import type { RowPreview } from '../../../core/dataset/prepare/preview/row-preview.ts';
import { shownRow } from '../../../core/dataset/prepare/preview/shown-row.ts';
import { comparingNotes, sourceNotes } from '../../../core/dataset/prepare/source-notes.ts';
import { splitNotes } from '../../../core/dataset/prepare/split-notes.ts';
import type { Message } from '../../../core/text/message.ts';
import { besideNotes } from './beside-notes.ts';
import { countNear, dedupeFile } from './dedupe-file.ts';
import { excludeFile } from './exclude-file.ts';
import { rowsByNumber } from './first-rows.ts';
import type { Readings } from './preparing.ts';
import { splitFile } from './split-file.ts';

/** Rows that a preview shows. */
const MOST_SHOWN = 50;

/** De-duplicates a file, or shows the rows that would go, each beside the one that stays. */
export async function dedupe(asked: PreparationOf<'dedupe'>, reading: Readings): Promise<Prepared> {
  const { input, output, near } = asked;
  const { source, found } = await dedupeFile({ ...asked, expected: asked.seen, reading });
  const dropped = [...found.dropped.values()];
  const alike = countNear(found);
  const { rows } = found;
  const counts = { rows, out: rows - dropped.length, exact: dropped.length - alike, near: alike };
  const notes = comparingNotes(source, near ? found : { ...found, unknown: 0 });
  if (output !== null)
    return written({ id: 'prepare.dedupe.done', args: { ...counts, path: output } }, notes, output);
  return {
    kind: 'found',
    summary: { id: 'prepare.dedupe.would', args: counts },
    notes,
    sha256: source.sha256,
    changes: dropped.length > 0,
    rows: await pairs(input, dropped.slice(0, MOST_SHOWN)),
  };
}

async function pairs(input: string, dropped: readonly DuplicateRow[]): Promise<RowPreview[]> {
  const numbers = new Set(dropped.flatMap(({ row, equals }) => [row, equals]));
  const rows = await rowsByNumber(input, numbers);
  const shown = (row: number): string | null => shownRow(rows.get(row)?.raw.text ?? '');
  return dropped.map(({ row, equals, why }) => {
    const note = { id: `prepare.dedupe.${why}`, args: { row: String(row), first: String(equals) } };
    return { row, before: shown(row), after: [shown(equals)], notes: [note] };
  });
}

/** Leaves the rows out that rules name, or shows them. */
export async function exclude(asked: PreparationOf<'exclude'>, reading: Readings): Promise<Prepared> {
  const { input, output } = asked;
  const { source, dropped } = await excludeFile({ ...asked, expected: asked.seen, reading });
  const counts = { rows: source.rows, out: source.rows - dropped.length, dropped: dropped.length };
  const notes = sourceNotes(source);
  if (output !== null)
    return written({ id: 'prepare.exclude.done', args: { ...counts, path: output } }, notes, output);
  const first = dropped.slice(0, MOST_SHOWN);
  const rows = await rowsByNumber(input, new Set(first.map(({ row }) => row)));
  return {
    kind: 'found',
    summary: { id: 'prepare.exclude.would', args: counts },
    notes,
    sha256: source.sha256,
    changes: dropped.length > 0,
    rows: first.map(({ row, rules }) => ({
      row,
      before: shownRow(rows.get(row)?.raw.text ?? ''),
      after: [],
      notes: [{ id: 'prepare.exclude.row', args: { row: String(row), rules: rules.join(', ') } }],
    })),
  };
}

/** Divides a file, or says how many rows each side would have. */
export async function split(asked: PreparationOf<'split'>, reading: Readings): Promise<Prepared> {
  const { output } = asked;
  const { source, split } = await splitFile({ ...asked, outputs: output, expected: asked.seen, reading });
  const counts = { train: split.rows - split.eval, eval: split.eval };
  const notes = splitNotes(source, split);
  if (output !== null) {
    const args = { ...counts, trainPath: output.train, evalPath: output.eval };
    const summary = { id: 'prepare.split.done', args };
    const allNotes = [...notes, ...besideNotes(asked.input, output)];
    return { kind: 'written', summary, notes: allNotes, files: [output.train, output.eval] };
  }
  const strata = asked.strata === null ? [] : split.strata;
  const kinds = strata.map(({ value, rows, eval: held }): Message => {
    const args = { value: value ?? '-', train: rows - held, eval: held };
    return { id: 'prepare.split.stratum', args };
  });
  const summary = { id: 'prepare.split.would', args: counts };
  return {
    kind: 'found',
    summary,
    notes: [...notes, ...kinds],
    sha256: source.sha256,
    changes: true,
    rows: [],
  };
}

function written(summary: Message, notes: readonly Message[], output: string): Prepared {
  return { kind: 'written', summary, notes: [...notes], files: [output] };
}
