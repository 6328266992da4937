import type { Overlap, TrainRows } from '../overlap/train-rows.ts';
import type { FileReport, Rule, RowCollector } from '../rule.ts';
import type { Row } from '../row.ts';

export const trainEvalOverlap: Rule = {
  id: 'train-eval-overlap',
  defaultSeverity: 'warning',
  on: 'file',
  deep: true,
  documentation: {
    text: {
      en: 'A row that is evaluated on stands in the file that is trained on as well: the whole row, its prompt, or nearly the same question and answer. The evaluation then measures memory, and its loss looks better than it is. Files belong together by a recipe that names their folder in dataset_name, or by name: train.jsonl beside valid, validation, val, eval, test or dev with the same rest of the name. Remove the row from one of them; "tuning-fork split" keeps such rows on one side.',
      ko: '평가에 쓰는 행이 학습 파일에도 있습니다. 행 전체, 프롬프트, 또는 거의 같은 질문과 답입니다. 그러면 평가가 암기를 재게 되어 손실이 실제보다 좋아 보입니다. 파일의 짝은 dataset_name에 폴더를 적은 레시피나 이름으로 정합니다. train.jsonl 옆에 나머지 이름이 같은 valid, validation, val, eval, test, dev 파일이 짝입니다. 한쪽에서 행을 지우십시오. "tuning-fork split"은 이런 행을 한쪽에 둡니다.',
    },
    good: '{"prompt": "Capital of Peru?", "completion": "Lima"}',
    bad: '{"prompt": "Capital of Chile?", "completion": "Santiago"}',
  },
  collect: ({ trained }) => new OverlapRows(trained),
};

interface Found {
  readonly row: number;
  readonly overlap: Overlap;
  readonly path: string;
}

const STRONGEST: readonly Overlap['kind'][] = ['row', 'prompt', 'near'];

/** Looks each row up in the files that are trained on. */
class OverlapRows implements RowCollector {
  readonly #trained: readonly TrainRows[];
  readonly #found: Found[] = [];

  constructor(trained: readonly TrainRows[]) {
    this.#trained = trained;
  }

  add(row: Row): void {
    let best: Found | null = null;
    for (const rows of this.#trained) {
      const overlap = rows.overlap(row);
      if (overlap === null || (best !== null && !isStronger(overlap, best.overlap))) continue;
      best = { row: row.number, overlap, path: rows.path };
    }
    if (best !== null) this.#found.push(best);
  }

  end(report: FileReport): void {
    for (const { row, overlap, path } of this.#found) {
      const message = { id: `dataset.train-eval-overlap.${overlap.kind}`, args: { path, row: overlap.row } };
      report(row, { message, relatedElsewhere: [{ path, row: overlap.row }] });
    }
  }
}

function isStronger(a: Overlap, b: Overlap): boolean {
  return STRONGEST.indexOf(a.kind) < STRONGEST.indexOf(b.kind);
}
