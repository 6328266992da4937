import { eachRepeated } from '../comparing/each-repeated.ts';
import { factsCollector, type ReportedFacts } from '../facts-collector.ts';
import { firstMedium } from '../row/first-medium.ts';
import { IntegerTable } from '../comparing/integer-table.ts';
import { PromptDigests } from '../comparing/prompt-digests.ts';
import type { FileReport, Rule } from '../rule.ts';
import type { Row } from '../row/row.ts';

/** Related rows of all findings of a file, but for those that every finding names at least. */
const MOST_RELATED = 2_000_000;
const LEAST_RELATED = 100;

export const contradictoryAnswers: Rule = {
  id: 'contradictory-answers',
  defaultSeverity: 'warning',
  on: 'file',
  deep: true,
  documentation: {
    text: {
      en: 'Rows with the very same prompt (system and earlier turns included) have different answers. The model learns the average of them: it hedges, or picks one by chance. Keep the best answer, or say in the prompt what makes the difference; for open questions, such as stories, several answers may be meant.',
      ko: '프롬프트(system과 앞선 턴 포함)가 똑같은데 답이 다른 행들입니다. 모델이 그 평균을 배워 얼버무리거나 우연히 하나를 고릅니다. 가장 좋은 답만 두거나 무엇이 다른지 프롬프트에 쓰십시오. 이야기처럼 열린 질문이면 의도한 것일 수 있습니다.',
    },
    good: '{"prompt": "2+2?", "completion": "4"}\n{"prompt": "2+3?", "completion": "5"}',
    bad: '{"prompt": "Capital of Australia?", "completion": "Canberra"}\n{"prompt": "Capital of Australia?", "completion": "Sydney"}',
  },
  collect: () => factsCollector(new AnswerGroups()),
};

/** Of a row: its number and two words each of the digests of its prompt and of its answer. */
const ROW = { row: 0, prompt: 1, answer: 3 } as const;
const WIDTH = 5;

/** Groups rows by their prompt when all are there: 20 bytes a row are kept, and some 16 more while they are grouped. */
class AnswerGroups implements ReportedFacts {
  readonly #digests = new PromptDigests();
  readonly #rows = new IntegerTable(WIDTH);
  readonly #added = new Int32Array(WIDTH);
  readonly #digested = this.#added.subarray(ROW.prompt);
  readonly width = this.#digested.length;

  read(row: Row): Int32Array | null {
    if (!this.#digests.read(row)) return null;
    // a picture in a column of its own is asked about, and is no part of the prompt's text
    if (firstMedium(row)?.length === 1) return null;
    const { prompt, answer } = this.#digests;
    for (const n of [0, 1]) {
      this.#added[ROW.prompt + n] = prompt[n] ?? 0;
      this.#added[ROW.answer + n] = answer[n] ?? 0;
    }
    return this.#digested;
  }

  add(row: number, words: Int32Array): void {
    this.#added[ROW.row] = row;
    this.#digested.set(words);
    this.#rows.append(this.#added);
  }

  end(report: FileReport): void {
    const groups = this.#contradicting();
    const most = mostRelated(groups.map(({ length }) => length));
    for (const rows of groups) {
      for (const row of rows) {
        // one more than is named, since the row is among them: a prompt may have as many rows as the file
        const others = rows.slice(0, most + 1).filter((each) => each !== row);
        const args = { rows: others.slice(0, 3).join(', ') + (others.length > 3 ? ', …' : '') };
        report(row, {
          message: { id: 'dataset.contradictory-answers', args },
          related: others.slice(0, most),
        });
      }
    }
  }

  /** The rows of each prompt that has more than one answer. */
  #contradicting(): number[][] {
    const groups = new Map<number, { readonly rows: number[]; isContradicted: boolean }>();
    eachRepeated({ table: this.#rows, from: ROW.prompt, count: 2 }, (n, first) => {
      const group = groups.get(first) ?? { rows: [this.#rows.get(first, ROW.row)], isContradicted: false };
      group.rows.push(this.#rows.get(n, ROW.row));
      group.isContradicted ||= !this.#haveSameAnswer(first, n);
      groups.set(first, group);
    });
    return [...groups.values()].flatMap(({ rows, isContradicted }) => (isContradicted ? [rows] : []));
  }

  #haveSameAnswer(one: number, other: number): boolean {
    const { answer } = ROW;
    const rows = this.#rows;
    return (
      rows.get(one, answer) === rows.get(other, answer) &&
      rows.get(one, answer + 1) === rows.get(other, answer + 1)
    );
  }
}

/** How many of the others each row names, for all of them to be no more than memory has room for. @param sizes of the groups */
export function mostRelated(sizes: readonly number[]): number {
  const related = (most: number): number =>
    sizes.reduce((sum, size) => sum + size * Math.min(size - 1, most), 0);
  let least = LEAST_RELATED;
  let beyond = sizes.reduce((largest, size) => Math.max(largest, size), LEAST_RELATED + 1);
  while (beyond - least > 1) {
    const middle = Math.floor((least + beyond) / 2);
    if (related(middle) <= MOST_RELATED) least = middle;
    else beyond = middle;
  }
  return least;
}
