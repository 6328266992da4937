import { ColumnVote } from '../row/column-vote.ts';
import { datasetFormat, type DatasetFormat } from '../findings/finding.ts';
import { FormatVote, type UsualRow } from '../row/format-vote.ts';
import { IntegerTable } from '../comparing/integer-table.ts';
import { PromptVote } from '../row/prompt-vote.ts';
import { hasAlternatives, type PromptKind } from '../row/row-format.ts';
import { RowIndex } from '../comparing/row-index.ts';
import { DIGEST_WORDS, type Digest } from '../comparing/digest.ts';
import type { KeptRecords } from '../comparing/row-records.ts';
import { LineTable } from './line-table.ts';

/** Of a line its digest, and what it is: 0 is no row, 1 no object, then the formats; above them of what its prompt is made, and its columns. */
const KIND = DIGEST_WORDS;
const WIDTH = DIGEST_WORDS + 1;
const NO_OBJECT = 1;
const FORMAT = 15;
const PROMPT = { text: 16, turns: 32 } as const;
const COLUMNS = 6;

/** Lines that took the place of others; `from` counts from 0. */
interface ReplacedLines {
  readonly from: number;
  readonly removed: number;
  readonly added: number;
}

/** The rows of an open text that is read line by line, and which of them are equal: 20 bytes a line. */
export class ComparedLines {
  readonly #table: LineTable;
  readonly #vote = new FormatVote();
  readonly #prompts = new PromptVote();
  readonly #columns = new ColumnVote();

  /** @param records of all rows of the text. @param lines of the text */
  constructor(records: KeptRecords, lines: number) {
    this.#table = new LineTable(WIDTH, lines);
    this.#take(records);
  }

  /** What most rows are. */
  get format(): DatasetFormat {
    return this.#vote.winner();
  }

  /** The same, of what their prompts are made, and their columns. */
  get usual(): UsualRow {
    const { format } = this;
    const columns = hasAlternatives(format) ? this.#columns.winner(format) : 0;
    return { format, prompt: this.#prompts.winner(), columns };
  }

  /**
   * Takes other lines for some, and gives the rows that are equal to one that was there or is there now, those of one value together and
   * in their order; null where there are too many.
   * @param records of the rows that were added
   */
  replace({ from, removed, added }: ReplacedLines, records: KeptRecords): number[][] | null {
    const values = new Values();
    for (let line = from; line < from + removed; line++) {
      this.#countKind(line, -1);
      if (this.isRow(line)) values.add(this.#digestOf(line));
    }
    this.#table.replace(from, removed, added);
    this.#take(records);
    for (let line = from; line < from + added; line++) if (this.isRow(line)) values.add(this.#digestOf(line));
    return values.size > MOST_VALUES ? null : this.#rowsWith(values);
  }

  /** Writes the digest of the row in a line. */
  digestInto(digest: Digest, line: number): void {
    for (let word = 0; word < DIGEST_WORDS; word++) digest[word] = this.#table.get(line, word);
  }

  /** A row that could be read stands in a line. */
  isRow(line: number): boolean {
    return this.#table.get(line, KIND) !== 0;
  }

  #rowsWith(values: Values): number[][] {
    for (let line = 0; line < this.#table.lines; line++) {
      if (values.mayHave(this.#table.get(line, 0)) && this.isRow(line))
        values.found(this.#digestOf(line), line + 1);
    }
    return values.rows;
  }

  #take({ digests, index, formats }: KeptRecords): void {
    const words = new IntegerTable(DIGEST_WORDS, digests);
    const rows = new RowIndex(index);
    for (let n = 0; n < rows.size; n++) {
      const line = rows.numberAt(n) - 1;
      for (let word = 0; word < DIGEST_WORDS; word++) this.#table.set(line, word, words.get(n, word));
      const format = rows.formatAt(n);
      const kind = format === null ? NO_OBJECT : NO_OBJECT + 1 + datasetFormat.options.indexOf(format);
      const prompt = rows.promptAt(n);
      const columns = rows.columnsAt(n);
      this.#table.set(line, KIND, kind | (prompt === null ? 0 : PROMPT[prompt]) | (columns << COLUMNS));
      this.#prompts.add(prompt);
      if (format !== null) this.#columns.add(format, columns);
    }
    for (const [format, count] of formats) this.#vote.add(format, count);
  }

  #countKind(line: number, count: number): void {
    const kind = this.#table.get(line, KIND);
    const format = datasetFormat.options[(kind & FORMAT) - NO_OBJECT - 1];
    if (format !== undefined) {
      this.#vote.add(format, count);
      this.#columns.add(format, kind >> COLUMNS, count);
    }
    this.#prompts.add(promptIn(kind), count);
  }

  #digestOf(line: number): number[] {
    return Array.from({ length: DIGEST_WORDS }, (_, word) => this.#table.get(line, word));
  }
}

function promptIn(kind: number): PromptKind | null {
  if ((kind & PROMPT.text) !== 0) return 'text';
  return (kind & PROMPT.turns) === 0 ? null : 'turns';
}

/** More are left to the lint of the whole text. */
const MOST_VALUES = 1000;

/** Values by their digests, and the rows that have them. */
class Values {
  readonly #first = new Set<number>();
  readonly #rows = new Map<string, number[]>();

  get size(): number {
    return this.#rows.size;
  }

  get rows(): number[][] {
    return [...this.#rows.values()];
  }

  add(digest: readonly number[]): void {
    this.#first.add(digest[0] ?? 0);
    this.#rows.set(digest.join(), []);
  }

  /** By the first word of a digest. */
  mayHave(first: number): boolean {
    return this.#first.has(first);
  }

  found(digest: readonly number[], row: number): void {
    this.#rows.get(digest.join())?.push(row);
  }
}
