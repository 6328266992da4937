import type { LoadedBefore } from '../folder/folder-place.ts';
import { listForText } from '../folder/list-for-text.ts';
import { modelOf, placeText, targetAt } from '../loading/load-rule.ts';
import { hasJson } from '../loading/loaded-type.ts';
import { misfitIn } from '../loading/misfit.ts';
import type { ValuePlace } from '../loading/value-tree.ts';
import type { FileReport, Rule, RowCollector } from '../rule.ts';
import type { Row } from '../row.ts';
import type { SharedWork } from '../shared-work.ts';
import { silentCollector } from '../silent-collector.ts';

export const folderColumns: Rule = {
  id: 'folder-columns',
  defaultSeverity: 'error',
  on: 'file',
  deep: true,
  documentation: {
    text: {
      en: 'datasets takes the columns and types of a folder from its first file (train before validation before test, then by name; in the order of a recipe\'s data_files), and this later file has what they do not know: a column or key of its own, a value where all were null, a fraction among integers, text among numbers. Loading stops ("Couldn\'t cast", "column names don\'t match"). In the other order it often loads: give the first file the column, with null where there is nothing, or make the types agree. CSV files of one split need the same columns in the same order.',
      ko: 'datasets는 폴더의 첫 파일(train, validation, test 순서, 그다음 이름 순서, data_files 목록은 그 순서)에서 열과 종류를 정하는데 뒤에 읽는 이 파일에는 모르는 것이 있습니다(새 열이나 키, 모두 null이던 자리의 값, 정수 사이의 소수, 숫자 사이의 글). 불러오기가 멈춥니다("Couldn\'t cast", "column names don\'t match"). 순서가 반대면 대개 읽힙니다. 첫 파일에 열을 두고 없는 값은 null로 쓰거나 종류를 맞추십시오. 한 분할의 CSV 파일은 열과 순서가 같아야 합니다.',
    },
    good: '{"prompt": "a", "completion": "b"}',
    bad: '{"prompt": "a", "completion": "b", "source": "web"}',
  },
  collect(shared) {
    const before = shared.folder?.before ?? null;
    return before === null ? silentCollector : new LaterRows(before, shared);
  },
};

/** Looks for the first value that does not fit what the first file of the folder has. */
class LaterRows implements RowCollector {
  readonly #before: LoadedBefore;
  readonly #shared: SharedWork;
  #misfit: ValuePlace | null = null;
  #firstRow = 0;

  constructor(before: LoadedBefore, shared: SharedWork) {
    this.#before = before;
    this.#shared = shared;
  }

  add(row: Row): void {
    modelOf(this.#shared).add(row);
    const { object } = row;
    if (this.#firstRow === 0) this.#firstRow = row.number;
    if (this.#misfit !== null || object === null) return;
    const path =
      this.#before.format === 'csv'
        ? this.#oddColumn(Object.keys(object))
        : misfitIn(this.#before.type, object);
    if (path === null) return;
    this.#misfit = { row: row.number, path: [...path], span: row.spanOf({ kind: 'value', path: [...path] }) };
  }

  blankLine(line: number, offset: number): void {
    modelOf(this.#shared).blankLine(line, offset);
  }

  end(report: FileReport): void {
    const { path, type } = this.#before;
    const loaded = modelOf(this.#shared).end();
    const misfit = this.#misfit ?? (loaded === null ? null : listForText(type, loaded.type, loaded.root));
    if (misfit !== null) {
      const args = { place: placeText(misfit), path };
      report(misfit.row, { message: { id: 'dataset.folder-columns', args }, ...targetAt(misfit) });
    } else if (this.#shared.hasMark && loaded !== null && hasJson(loaded.type)) {
      report(this.#firstRow, { message: { id: 'dataset.folder-columns.mark', args: { path } } });
    }
  }

  /** The rows of a CSV file all have its columns. */
  #oddColumn(columns: readonly string[]): string[] | null {
    const { type, isSameSplit } = this.#before;
    if (type.kind !== 'struct') return null;
    const known = [...type.fields.keys()];
    const odd = columns.find((column, n) => (isSameSplit ? known[n] !== column : !known.includes(column)));
    if (odd !== undefined) return [odd];
    const missing = isSameSplit ? known[columns.length] : undefined;
    return missing === undefined ? null : [missing];
  }
}
