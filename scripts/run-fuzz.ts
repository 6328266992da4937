// Breaks dataset files in every way at hand and holds the linter to its claims on each: no crash, no hang, bounded memory, the same result
// each time, findings in order with places that are in the file, JSON by its schema, fixes that stay fixed, and the rows of the
// reference linter where that is there. Prints totals and each problem; exit code 1 if there is one, whose file stays in out/fuzz.
//   npm run fuzz [-- --seed N] [--count N] [--from N] [--threads 2,3] [--giants no]
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fuzzGiants } from '../test/kit/dataset-fuzz/fuzz-giants.ts';
import { fuzzDatasets, type FuzzProblem } from '../test/kit/dataset-fuzz/fuzz-run.ts';
import { giants } from '../test/kit/dataset-fuzz/giants.ts';
import { referenceMissing } from '../test/kit/dataset-fuzz/lint-reference.ts';
import { corporaMissing } from '../test/kit/dataset-fuzz/seed-files.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    count: { type: 'string', default: '5000' },
    from: { type: 'string', default: '0' },
    threads: { type: 'string', default: '2,3' },
    giants: { type: 'string', default: 'yes' },
  },
});

const missing = [corporaMissing(), referenceMissing()].filter((reason) => reason !== null);
for (const reason of missing) console.log(`skipped: ${reason}`);
console.log(`seed ${values.seed}`);
const folder = path.resolve(import.meta.dirname, '../out/fuzz');

const totals = await fuzzDatasets({
  seed: Number(values.seed),
  from: Number(values.from),
  count: Number(values.count),
  threads: values.threads.split(',').map(Number),
  folder,
  onProblem: print,
});
console.log(
  `${totals.files} files, ${totals.rows} rows, ${totals.findings} findings, ${totals.compared} held against the reference, ` +
    `at most ${megabytes(totals.peakBytes)}, ${totals.problems.length} with a problem`,
);
const large =
  values.giants === 'no'
    ? { peakBytes: 0, problems: [] }
    : await fuzzGiants({ some: giants, bytes: 100_000_000, folder });
large.problems.forEach(print);
if (values.giants !== 'no')
  console.log(
    `${giants.length} files of 100 MB, at most ${megabytes(large.peakBytes)}, ${large.problems.length} with a problem`,
  );
process.exitCode = totals.problems.length + large.problems.length > 0 ? 1 : 0;

function print({ mutant, file, problems }: FuzzProblem): void {
  console.log(`${mutant}\n  ${file}\n  ${problems.slice(0, 5).join('\n  ')}`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
