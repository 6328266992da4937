import type { Preparation, PreparingProgress } from '../../../core/dataset/prepare/preparation.ts';

/** Who waits for a preparation. */
export interface Preparing {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PreparingProgress) => void;
}

/** The files that a preparation makes. */
export function outputsOf({ output }: Preparation): string[] {
  if (output === null) return [];
  return typeof output === 'string' ? [output] : [output.train, output.eval];
}
