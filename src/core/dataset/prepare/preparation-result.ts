import type { Message } from '../../text/message.ts';
import type { ConversionCount } from './convert/convert-rows.ts';
import type { FoundDuplicates } from './duplicate-rows.ts';
import type { ExcludedRow } from './excluded-rows.ts';
import type { MergedSources } from './merge-notes.ts';
import type { ReadSource } from './source-notes.ts';
import type { Split } from './split-rows.ts';

interface CountedSource extends ReadSource {
  readonly rows: number;
}

/** What a preparation did. Outputs are paths as they are to be shown; null: nothing was written, and this is what would be. */
export type PreparationResult =
  | {
      readonly kind: 'convert';
      readonly source: CountedSource;
      readonly count: ConversionCount;
      /** Of the new file. */
      readonly rows: number;
      readonly output: string;
    }
  | {
      readonly kind: 'dedupe';
      readonly source: CountedSource;
      readonly found: FoundDuplicates;
      /** Nearly equal rows were looked for as well. */
      readonly near: boolean;
      readonly output: string | null;
    }
  | {
      readonly kind: 'split';
      readonly source: CountedSource;
      readonly split: Split;
      readonly outputs: { readonly train: string; readonly eval: string } | null;
      /** What is to be said of the folder of the new files. */
      readonly beside: readonly Message[];
    }
  | {
      readonly kind: 'sample' | 'shuffle';
      readonly source: CountedSource;
      /** Of the new file. */
      readonly rows: number;
      readonly output: string;
    }
  | ({ readonly kind: 'merge'; readonly rows: number; readonly output: string } & MergedSources)
  | {
      readonly kind: 'exclude';
      readonly source: CountedSource;
      readonly dropped: readonly ExcludedRow[];
      readonly output: string | null;
    };
