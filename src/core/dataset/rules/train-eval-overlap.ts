import type { Overlap, TrainRows } from '../overlap/train-rows.ts';
import type { FileReport, Rule, RowCollector, CollectedFacts } from '../rule.ts';
import type { Row } from '../row/row.ts';

export const trainEvalOverlap: Rule = {
  id: 'train-eval-overlap',
  defaultSeverity: 'warning',
  on: 'file',
  deep: true,
  documentation: {
    text: {
      en: 'A row that is evaluated on stands in the file that is trained on as well: the whole row, its prompt, or nearly the same question and answer. Prompts are the same whatever their case and format are, how much white space is in them or beside punctuation, and, unless all questions are short, which system prompt stands before them. The evaluation then measures memory, and its loss looks better than it is. Files belong together by a recipe that names their folder in dataset_name, or by name: train.jsonl beside valid, validation, val, eval, test or dev with the same rest of the name. Remove the row from one of them; "tuning-fork split" keeps such rows on one side.',
      ko: '평가에 쓰는 행이 학습 파일에도 있습니다. 행 전체, 프롬프트, 또는 거의 같은 질문과 답입니다. 대소문자와 형식, 공백의 수나 문장 부호 옆의 공백이 달라도, 그리고 질문이 모두 짧지 않으면 시스템 프롬프트가 달라도 같은 프롬프트입니다. 그러면 평가가 암기를 재게 되어 손실이 실제보다 좋아 보입니다. 파일의 짝은 dataset_name에 폴더를 적은 레시피나 이름으로 정합니다. train.jsonl 옆에 나머지 이름이 같은 valid, validation, val, eval, test, dev 파일이 짝입니다. 한쪽에서 행을 지우십시오. "tuning-fork split"은 이런 행을 한쪽에 둡니다.',
    },
    good: '{"prompt": "Capital of Peru?", "completion": "Lima"}',
    bad: '{"prompt": "Capital of Chile?", "completion": "Santiago"}',
  },
  collect: ({ trained }) => new OverlapRows(trained),
};

const KINDS: readonly Overlap['kind'][] = ['row', 'prompt', 'near'];

/** What is known of a row: which of the files has it, how much of it (`KINDS`, the strongest first), and in which row. */
const FOUND = { file: 0, kind: 1, row: 2 } as const;
const WIDTH = 3;

/** Looks each row up in the files that are trained on. */
class OverlapRows implements RowCollector {
  readonly #trained: readonly TrainRows[];
  readonly #found: { readonly row: number; readonly overlap: Int32Array }[] = [];
  readonly #read = new Int32Array(WIDTH);
  readonly facts: CollectedFacts = {
    width: WIDTH,
    read: (row) => this.#lookUp(row),
    add: (row, overlap) => void this.#found.push({ row, overlap: overlap.slice() }),
  };

  constructor(trained: readonly TrainRows[]) {
    this.#trained = trained;
  }

  add(row: Row): void {
    const overlap = this.#lookUp(row);
    if (overlap !== null) this.facts.add(row.number, overlap);
  }

  #lookUp(row: Row): Int32Array | null {
    let best = KINDS.length;
    for (const [file, rows] of this.#trained.entries()) {
      const overlap = rows.overlap(row);
      const kind = overlap === null ? best : KINDS.indexOf(overlap.kind);
      if (overlap === null || kind >= best) continue;
      best = kind;
      this.#read.set([file, kind, overlap.row]);
    }
    return best === KINDS.length ? null : this.#read;
  }

  end(report: FileReport): void {
    for (const { row, overlap } of this.#found) {
      const path = this.#trained[overlap[FOUND.file] ?? 0]?.path ?? '';
      const kind = KINDS[overlap[FOUND.kind] ?? 0];
      const args = { path, row: overlap[FOUND.row] ?? 0 };
      report(row, {
        message: { id: `dataset.train-eval-overlap.${kind}`, args },
        relatedElsewhere: [args],
      });
    }
  }
}
