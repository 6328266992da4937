import type { Digest } from '../digest.ts';
import { DigestTable } from '../digest-table.ts';
import { IntegerTable } from '../integer-table.ts';
import { PromptDigests } from '../prompt-digests.ts';
import type { FileReport, Rule, RowCollector } from '../rule.ts';
import type { Row } from '../row.ts';

const MOST_RELATED = 100;

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
  collect: () => new AnswerGroups(),
};

/** Of the first row with a prompt: its number, two words of its answer's digest, and whether a later row answers otherwise. */
const FIRST = { row: 0, answer: 1, answerToo: 2, isContradicted: 3 } as const;
/** Of a later row with the prompt: its number, and which of the first ones has it. */
const LATER = { row: 0, first: 1 } as const;

/** Groups rows by their prompt; some 50 bytes a row are kept. */
class AnswerGroups implements RowCollector {
  readonly #digests = new PromptDigests();
  /** Prompt → its place among the first rows, from 1. */
  readonly #prompts = new DigestTable();
  readonly #first = new IntegerTable(4);
  readonly #later = new IntegerTable(2);

  add(row: Row): void {
    const { prompt, answer } = this.#digests;
    if (!this.#digests.read(row)) return;
    const known = this.#prompts.firstOf(prompt, this.#first.count + 1);
    if (known === null) this.#addFirst(row.number, answer);
    else this.#addLater(row.number, known - 1, answer);
  }

  end(report: FileReport): void {
    for (const rows of this.#contradicting()) {
      for (const row of rows) {
        // one more than is named, since the row is among them: a prompt may have as many rows as the file
        const others = rows.slice(0, MOST_RELATED + 1).filter((each) => each !== row);
        const args = { rows: others.slice(0, 3).join(', ') + (others.length > 3 ? ', …' : '') };
        report(row, {
          message: { id: 'dataset.contradictory-answers', args },
          related: others.slice(0, MOST_RELATED),
        });
      }
    }
  }

  #addFirst(row: number, answer: Digest): void {
    const first = this.#first.add();
    this.#first.set(first, FIRST.row, row);
    this.#first.set(first, FIRST.answer, answer[0] ?? 0);
    this.#first.set(first, FIRST.answerToo, answer[1] ?? 0);
  }

  #addLater(row: number, first: number, answer: Digest): void {
    const later = this.#later.add();
    this.#later.set(later, LATER.row, row);
    this.#later.set(later, LATER.first, first);
    const isSame =
      this.#first.get(first, FIRST.answer) === answer[0] &&
      this.#first.get(first, FIRST.answerToo) === answer[1];
    if (!isSame) this.#first.set(first, FIRST.isContradicted, 1);
  }

  /** The rows of each prompt that has more than one answer. */
  #contradicting(): Iterable<number[]> {
    const groups = new Map<number, number[]>();
    for (let n = 0; n < this.#later.count; n++) {
      const first = this.#later.get(n, LATER.first);
      if (this.#first.get(first, FIRST.isContradicted) === 0) continue;
      const rows = groups.get(first) ?? [this.#first.get(first, FIRST.row)];
      rows.push(this.#later.get(n, LATER.row));
      groups.set(first, rows);
    }
    return groups.values();
  }
}
