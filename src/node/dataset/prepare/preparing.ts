import type { Preparation, PreparingProgress } from '../../../core/dataset/prepare/preparation.ts';
import type { Reading } from './source-file.ts';

/** Who waits for a preparation. */
export interface Preparing {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PreparingProgress) => void;
}

/** The reading of a file in each phase. */
export type Readings = (phase: PreparingProgress['phase']) => Reading;

/** The files that a preparation makes. */
export function outputsOf({ output }: Preparation): string[] {
  if (output === null) return [];
  return typeof output === 'string' ? [output] : [output.train, output.eval];
}
