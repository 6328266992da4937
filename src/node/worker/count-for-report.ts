import { stat } from 'node:fs/promises';
import * as v from 'valibot';
import { tokenGroups } from '../../core/dataset/report/build-report.ts';
import type { CountedTraining } from '../../core/dataset/report/counted-training.ts';
import { FIRST_ROWS } from '../../core/dataset/comparing/group-tally.ts';
import { trainingChoice } from '../../core/tokens/training-choice.ts';
import { countTraining } from '../dataset/count-training.ts';
import { excerptsOf } from '../dataset/report-file.ts';
import { paced } from './build-report.ts';

interface CountRequest {
  readonly path: string;
  /** A `trainingChoice`. */
  readonly choice: unknown;
  readonly most: number;
}

/** Counts what is trained of a file, for somebody who ends the thread to cancel. */
export async function countForReport(
  { path, choice, most }: CountRequest,
  onProgress: (done: number, total: number) => void,
): Promise<CountedTraining> {
  try {
    return await counted({ path, choice, most }, onProgress);
  } catch (error) {
    // The file has gone since the report was begun, or cannot be read any more.
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return { tokens: { kind: 'not-counted', reason: { id: 'tokens.changed' } }, excerpts: [] };
  }
}

async function counted(
  { path, choice, most }: CountRequest,
  onProgress: (done: number, total: number) => void,
): Promise<CountedTraining> {
  const { signal } = new AbortController();
  const { size } = await stat(path);
  const tell = paced(onProgress);
  const chosen = v.parse(trainingChoice, choice);
  const tokens = await countTraining(path, chosen, { most, signal, onProgress: (done) => tell(done, size) });
  const named = new Set(tokenGroups(tokens).flatMap(({ first }) => first.slice(0, FIRST_ROWS)));
  return { tokens, excerpts: await excerptsOf(path, named, signal) };
}
