import { firstMedium } from '../row/first-medium.ts';
import { firstAlike } from '../comparing/first-alike.ts';
import { likeness, MinHash } from '../comparing/min-hash.ts';
import type { FileReport, Rule, RowCollector, CollectedFacts } from '../rule.ts';
import type { Row } from '../row/row.ts';
import { rowTexts } from '../row/row-texts.ts';
import { SignedRows, SignedWords, type SignedRow } from '../comparing/signed-rows.ts';

/** Bins of all texts of a row, and of its answers alone. */
const BINS = 80;
const ANSWER_BINS = 40;
/** Fewer letters and digits are too few to tell a copy from another text of the kind. */
const LEAST_SHINGLES = 40;
const LEAST_ALIKE = 0.9;
const LEAST_ANSWERS_ALIKE = 0.8;

export const nearDuplicate: Rule = {
  id: 'near-duplicate',
  defaultSeverity: 'warning',
  on: 'file',
  asksFirstEqual: true,
  deep: true,
  documentation: {
    text: {
      en: 'The row has nearly the same question and answer as an earlier one: nine in ten stretches of five letters are the same, as are all its numbers. The model learns it twice, and a split may put one copy into the held-out data. Keep the better one.',
      ko: '앞선 행과 질문과 답이 거의 같습니다(다섯 글자씩 본 조각의 90% 이상과 모든 숫자가 같음). 모델이 두 번 배우게 되고, 나눌 때 한쪽이 검증 데이터로 갈 수 있습니다. 더 나은 쪽만 두십시오.',
    },
    good: '{"text": "The harbour of Incheon lies west of Seoul, and its tides are among the highest of Asia."}\n{"text": "The harbour of Busan lies in the south-east of Korea, where the currents are strong and the sea is deep."}',
    bad: '{"text": "The harbour of Incheon lies west of Seoul, and its tides are among the highest of all Asia."}\n{"text": "The harbour of Incheon lies west of Seoul - and its tides are among the highest of all Asia!"}',
  },
  collect: () => new NearDuplicateCollector(),
};

/** Signs rows as they come and compares them when all are there: 68 bytes a row are kept, and 16 more while they are compared. */
class NearDuplicateCollector implements RowCollector {
  readonly #hash = new MinHash(BINS, ANSWER_BINS);
  readonly #rows = new SignedRows(BINS, ANSWER_BINS);
  readonly #signed = new SignedWords(BINS, ANSWER_BINS);
  readonly facts: CollectedFacts = {
    width: this.#signed.words.length,
    read: (row) => this.#sign(row),
    add: (row, words) => void this.#rows.addWords(row, words),
  };

  add(row: Row): void {
    // equal rows are the business of exact-duplicate
    const words = row.firstEqual === null ? this.#sign(row) : null;
    if (words !== null) this.#rows.addWords(row.number, words);
  }

  end(report: FileReport): void {
    firstAlike(this.#rows, areAlike, (row, first, alike) => {
      const args = { row: first, percent: Math.min(99, Math.round(100 * alike)) };
      report(row, { message: { id: 'dataset.near-duplicate', args }, related: [first] });
    });
  }

  #sign(row: Row): Int32Array | null {
    const texts = rowTexts(row);
    // the same question may be about another picture
    if (texts === null || firstMedium(row) !== null) return null;
    const { words, signature, answers } = this.#signed;
    if (this.#hash.sign(texts, signature, answers) < LEAST_SHINGLES) return null;
    this.#signed.digits = this.#hash.digits;
    return words;
  }
}

/** How alike they are; null if not enough. Rows that differ in their numbers are made from one pattern and are no copies. */
function areAlike(one: SignedRow, other: SignedRow): number | null {
  if (one.digits !== other.digits) return null;
  const alike = likeness(one.signature, other.signature);
  if (alike < LEAST_ALIKE || likeness(one.answers, other.answers) < LEAST_ANSWERS_ALIKE) return null;
  return alike;
}
