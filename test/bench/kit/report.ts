import fs from 'node:fs';
import process from 'node:process';
import * as v from 'valibot';

/** One line of the table: what we took beside what a reference took in the same run. */
const benchRow = v.object({
  /** Benchmark and case: `lint, t0-wiki-mix`. */
  what: v.string(),
  /** What we measured, with its unit. */
  ours: v.string(),
  /** What the reference measured; empty if there is none. */
  reference: v.string(),
  /** Ours against the reference: `1.62 ×`, `38 %`. */
  ratio: v.string(),
  /** What the design asks for; told, not judged. */
  goal: v.string(),
});
export type BenchRow = v.InferOutput<typeof benchRow>;

const columns = ['what', 'ours', 'reference', 'ratio', 'goal'] as const;

/** A row for something that could not be measured here, with the reason. */
export function skipped(what: string, reason: string): BenchRow {
  return { what, ours: `skipped: ${reason}`, reference: '', ratio: '', goal: '' };
}

/** Prints rows, or leaves them to `npm run bench`, which makes one table of all. */
export function report(rows: readonly BenchRow[]): void {
  const file = process.env['TUNING_FORK_BENCH_ROWS'];
  if (file === undefined) console.log(table(rows));
  else fs.appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** The rows that benchmarks have left in a file; none if there is no file. */
export async function readRows(file: string): Promise<BenchRow[]> {
  const text = await fs.promises.readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => v.parse(v.pipe(v.string(), v.parseJson(), benchRow), line));
}

/** Rows as text, with a heading. */
export function table(rows: readonly BenchRow[]): string {
  const cells = [columns.map(String), ...rows.map((row) => columns.map((column) => row[column]))];
  const widths = columns.map((_, n) =>
    // A long reason for a skip needs no room in the other rows.
    Math.max(...cells.map((row) => (row[1]?.startsWith('skipped') && n > 0 ? 0 : (row[n] ?? '').length))),
  );
  return cells
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
