import { DigestTable } from '../digest-table.ts';
import type { JsonValue } from '../json-value.ts';
import { promptAndAnswer } from '../prompt-and-answer.ts';
import type { FileReport, Rule, RowCollector } from '../rule.ts';
import type { Row } from '../row.ts';
import { ValueDigest } from '../value-digest.ts';

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

/** Groups rows by their prompt; three numbers a row are kept. */
class AnswerGroups implements RowCollector {
  readonly #digest = new ValueDigest();
  readonly #words = new Int32Array(4);
  readonly #prompts = new DigestTable();
  readonly #answers = new DigestTable();
  /** Rows with a prompt, the first row that had the same prompt, and the first that had the same prompt and answer. */
  readonly #rows: { readonly row: number; readonly prompt: number; readonly answer: number }[] = [];

  add(row: Row): void {
    const found = promptAndAnswer(row);
    if (found === null) return;
    const prompt = this.#firstWith(this.#prompts, found.prompt, row.number);
    const answer = this.#firstWith(this.#answers, [prompt, found.answer], row.number);
    this.#rows.push({ row: row.number, prompt, answer });
  }

  end(report: FileReport): void {
    const groups = Map.groupBy(this.#contradicting(), ({ prompt }) => prompt);
    for (const members of groups.values()) {
      const rows = members.map(({ row }) => row);
      for (const row of rows) {
        const others = rows.filter((each) => each !== row);
        const args = { rows: others.slice(0, 3).join(', ') + (others.length > 3 ? ', …' : '') };
        report(row, {
          message: { id: 'dataset.contradictory-answers', args },
          related: others.slice(0, MOST_RELATED),
        });
      }
    }
  }

  /** The members of groups with more than one answer. */
  #contradicting() {
    const several = new Set<number>();
    for (const { row, prompt, answer } of this.#rows)
      if (row !== prompt && answer !== prompt) several.add(prompt);
    return this.#rows.filter(({ prompt }) => several.has(prompt));
  }

  #firstWith(table: DigestTable, value: JsonValue, row: number): number {
    this.#digest.add(value);
    return table.firstOf(this.#digest.digest(this.#words), row) ?? row;
  }
}
