import { likeness, MinHash, type Signature } from '../min-hash.ts';
import type { FileReport, Rule, RowCollector } from '../rule.ts';
import type { Row } from '../row.ts';
import { rowTexts } from '../row-texts.ts';
import { SignatureTable } from '../signature-table.ts';

/** Bins of all texts of a row, and of its answers alone. */
const BINS = 64;
const ANSWER_BINS = 32;
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
  collect: () => new AlikeRows(),
};

/** Compares each row with the first ones that have a stretch of their signature in common with it; about 110 bytes a row are kept. */
class AlikeRows implements RowCollector {
  readonly #hash = new MinHash(BINS, ANSWER_BINS);
  readonly #signature: Signature = new Uint8Array(BINS);
  readonly #answers: Signature = new Uint8Array(ANSWER_BINS);
  readonly #table = new SignatureTable(BINS, ANSWER_BINS);
  readonly #found: { readonly row: number; readonly first: number; readonly alike: number }[] = [];

  add(row: Row): void {
    const texts = rowTexts(row);
    // equal rows are the business of exact-duplicate
    if (texts === null || row.firstEqual !== null) return;
    if (this.#hash.sign(texts, this.#signature, this.#answers) < LEAST_SHINGLES) return;
    const { digits } = this.#hash;
    const first = this.#table.firstAlike(this.#signature, (known) => this.#areAlike(known, digits));
    if (first !== null) this.#found.push({ row: row.number, first: first.row, alike: first.alike });
    this.#table.add({ row: row.number, digits, signature: this.#signature, answers: this.#answers });
  }

  end(report: FileReport): void {
    for (const { row, first, alike } of this.#found) {
      const args = { row: first, percent: Math.min(99, Math.round(100 * alike)) };
      report(row, { message: { id: 'dataset.near-duplicate', args }, related: [first] });
    }
  }

  /** How alike they are; null if not enough. Rows that differ in their numbers are made from one pattern and are no copies. */
  #areAlike(
    known: { digits: number; signature: Signature; answers: Signature },
    digits: number,
  ): number | null {
    if (known.digits !== digits) return null;
    const alike = likeness(known.signature, this.#signature);
    if (alike < LEAST_ALIKE || likeness(known.answers, this.#answers) < LEAST_ANSWERS_ALIKE) return null;
    return alike;
  }
}
