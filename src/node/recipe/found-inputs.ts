import type { Relocation } from '../../core/recipe/relocate-recipe.ts';
import type { Message } from '../../core/text/message.ts';

/** A file of this computer, and where it lies in the job. */
export interface InputFile {
  /** Absolute. */
  readonly file: string;
  /** From the job's folder, with `/`. */
  readonly path: string;
}

/** Some inputs, before their sizes are known. */
export interface FoundInputs {
  readonly files: readonly InputFile[];
  readonly relocations: readonly Relocation[];
  readonly faults: readonly Message[];
}

export const nothingFound: FoundInputs = { files: [], relocations: [], faults: [] };
