import type { TrainedRow } from '../../tokens/row-training.ts';
import type { Message } from '../../text/message.ts';
import type { CountedTokens } from './dataset-report.ts';
import { FIRST_ROWS, GroupTally } from '../comparing/group-tally.ts';
import { LengthTally } from './length-tally.ts';

/** What the tokens themselves say, without the recipe. */
export type TokensOfRows = Omit<
  CountedTokens,
  'kind' | 'recipe' | 'use' | 'template' | 'answersOnly' | 'maxLength' | 'packing'
>;

/** Counts what is trained of the rows of a file. What is kept does not grow with the file. */
export class TokenTally {
  readonly #perRow: LengthTally;
  readonly #trainedPerRow: LengthTally;
  readonly #trained: GroupTally;
  readonly #context: GroupTally;
  readonly #cut: GroupTally;
  readonly #dropped: GroupTally;
  readonly #untrained: GroupTally;
  readonly #stopped: GroupTally;
  #firstStop: { readonly row: number; readonly reason: Message } | null = null;
  #rows = 0;
  #cutTokens = 0;
  #droppedTokens = 0;

  /** @param most rows that are named of each thing */
  constructor(most = FIRST_ROWS) {
    this.#perRow = new LengthTally(most);
    this.#trainedPerRow = new LengthTally(most);
    this.#trained = new GroupTally(most);
    this.#context = new GroupTally(most);
    this.#cut = new GroupTally(most);
    this.#dropped = new GroupTally(most);
    this.#untrained = new GroupTally(most);
    this.#stopped = new GroupTally(most);
  }

  /** Takes what is made of a row, in the order of the file. */
  add(row: TrainedRow, number: number): void {
    if (row.kind === 'stopped') {
      this.#stopped.add(number);
      this.#firstStop ??= { row: number, reason: row.reason };
      return;
    }
    const { kind, tokens, cut, trained } = row;
    this.#perRow.add(tokens, number);
    this.#trainedPerRow.add(trained, number);
    if (cut > 0) this.#cut.add(number);
    if (kind === 'dropped') {
      this.#dropped.add(number);
      this.#droppedTokens += tokens;
      return;
    }
    if (trained === 0) this.#untrained.add(number);
    this.#rows += 1;
    this.#trained.add(number, trained);
    this.#context.add(number, tokens - cut - trained);
    this.#cutTokens += cut;
  }

  tokens(): TokensOfRows {
    return {
      rows: this.#rows,
      tokens: this.#trained.count + this.#context.count,
      trained: this.#trained.count,
      trainedIn: this.#trained.group(),
      contextIn: this.#context.group(),
      cutTokens: this.#cutTokens,
      droppedTokens: this.#droppedTokens,
      perRow: this.#perRow.spread(),
      trainedPerRow: this.#trainedPerRow.spread(),
      cut: this.#cut.group(),
      dropped: this.#dropped.group(),
      untrained: this.#untrained.group(),
      stopped: this.#stopped.group(),
      firstStop: this.#firstStop,
    };
  }
}

/** Tokens of all rows as the template renders them, whatever is cut or dropped. */
export function renderedTokens({ tokens, cutTokens, droppedTokens }: TokensOfRows): number {
  return tokens + cutTokens + droppedTokens;
}
