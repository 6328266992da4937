import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fuzzGiants } from '../../kit/dataset-fuzz/fuzz-giants.ts';
import { fuzzDatasets } from '../../kit/dataset-fuzz/fuzz-run.ts';
import { giants } from '../../kit/dataset-fuzz/giants.ts';
import { referenceMissing } from '../../kit/dataset-fuzz/lint-reference.ts';
import { corporaMissing } from '../../kit/dataset-fuzz/seed-files.ts';

/** The same files each time, so that what is found here comes from a change; `npm run fuzz` takes many more, and others. */
const SAMPLE = 300;
const SEED = Number(process.env['TUNING_FORK_SEED'] ?? 7);

for (const reason of [corporaMissing(), referenceMissing()])
  if (reason !== null) console.log(`skipped: a part of the fuzzing, because ${reason}`);

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter keeps its claims on files that chance has broken', () => {
  test(`${SAMPLE} of them, seed ${SEED}`, { timeout: 600_000 }, async () => {
    console.log(`fuzz: seed ${SEED}`);
    const totals = await fuzzDatasets({ seed: SEED, count: SAMPLE, folder, threads: [1] });
    expect(totals.problems).toEqual([]);
    expect(totals.findings).toBeGreaterThan(SAMPLE);
  });

  const some = giants.filter((_, n) => n === SEED % giants.length);
  test(`20 MB of ${some[0]?.name}`, { timeout: 600_000 }, async () => {
    const { problems } = await fuzzGiants({ some, bytes: 20_000_000, folder, threads: [1] });
    expect(problems).toEqual([]);
  });
});
