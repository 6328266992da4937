import type { TrainedTokens } from '../../core/dataset/report/dataset-report.ts';
import { TokenTally } from '../../core/dataset/report/token-tally.ts';
import type { Row } from '../../core/dataset/row/row.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { RowTraining } from '../../core/tokens/row-training.ts';
import type { TrainingChoice } from '../../core/tokens/training-choice.ts';
import { tokenizerOf } from '../tokens/read-tokenizer.ts';
import { eachRow } from './each-row.ts';

export interface CountingOptions {
  /** Rows that are named of each thing; those of a page if absent. */
  readonly most?: number | undefined;
  readonly signal: AbortSignal;
  /** Told of the byte that was reached. */
  readonly onProgress?: (done: number) => void;
}

/** What of a file would be trained, row by row; what cannot be said exactly is not said. */
export async function countTraining(
  file: string,
  choice: TrainingChoice,
  { most, signal, onProgress }: CountingOptions,
): Promise<TrainedTokens> {
  const { recipe, use, template, settings } = choice;
  const { answersOnly, maxLength, packing } = settings;
  try {
    const tokenizer = tokenizerOf(choice.tokenizer);
    if (tokenizer === null) throw new HumanError('tokens.no-tokenizer', { recipe, model: choice.tokenizer });
    const training = new RowTraining(settings, tokenizer);
    const tally = new TokenTally(most);
    let rows = 0;
    const onRow = (row: Row): void => {
      rows += 1;
      if (row.container === 'record') throw new HumanError('tokens.no-lines');
      tally.add(training.of(row.text, row.number), row.number);
      onProgress?.(row.offset);
    };
    await eachRow(file, onRow, { signal });
    if (rows === 0) throw new HumanError('tokens.no-row');
    return { kind: 'counted', recipe, use, template, answersOnly, maxLength, packing, ...tally.tokens() };
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return { kind: 'not-counted', reason: error.detail };
  }
}
