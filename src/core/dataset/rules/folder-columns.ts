import { CsvMisfit } from '../folder/csv-misfit.ts';
import { folderOccurrence } from '../folder/folder-occurrence.ts';
import type { FirstColumns, FolderPlace, LoadedBefore } from '../folder/folder-place.ts';
import { listForText } from '../folder/list-for-text.ts';
import { modelOf, placeText, targetAt } from '../loading/load-rule.ts';
import { columnSetsOf, type ColumnSets } from '../loading/column-sets.ts';
import { hasJson, type LoadedType } from '../loading/loaded-type.ts';
import type { LoadedFile } from '../loading/load-model.ts';
import { misfitIn } from '../loading/misfit.ts';
import type { Path } from '../json/locate.ts';
import type { ValuePlace } from '../loading/value-tree.ts';
import type { FileReport, Rule, RowCollector } from '../rule.ts';
import type { Row } from '../row/row.ts';
import type { SharedWork } from '../shared-work.ts';
import { silentCollector } from '../silent-collector.ts';

export const folderColumns: Rule = {
  id: 'folder-columns',
  defaultSeverity: 'error',
  on: 'file',
  moreWithDeep: true,
  documentation: {
    text: {
      en: 'datasets takes the columns and types of a folder from its first file (train before validation before test, then by name; in the order of a recipe\'s data_files), and this later file has what they do not know: a column or key of its own, a value where all were null, a fraction among integers, text among numbers. Loading stops ("Couldn\'t cast", "column names don\'t match"). In the other order it often loads: give the first file the column, with null where there is nothing, or make the types agree. CSV files of one split need the same columns in the same order, and two of one row each the same kinds; one without rows must not come first. Without --deep only the columns of JSONL files are compared, which costs next to nothing; kinds of values and other files with it.',
      ko: 'datasets는 폴더의 첫 파일(train, validation, test 순서, 그다음 이름 순서, data_files 목록은 그 순서)에서 열과 종류를 정하는데 뒤에 읽는 이 파일에는 모르는 것이 있습니다(새 열이나 키, 모두 null이던 자리의 값, 정수 사이의 소수, 숫자 사이의 글). 불러오기가 멈춥니다("Couldn\'t cast", "column names don\'t match"). 순서가 반대면 대개 읽힙니다. 첫 파일에 열을 두고 없는 값은 null로 쓰거나 종류를 맞추십시오. 한 분할의 CSV 파일은 열과 순서가, 한 행뿐인 두 파일은 종류까지 같아야 하고 행이 없는 파일이 먼저 오면 안 됩니다. --deep 없이는 비용이 거의 없는 JSONL 파일의 열만 비교하고, 값의 종류와 다른 파일은 --deep에서 봅니다.',
    },
    good: '{"prompt": "a", "completion": "b"}',
    bad: '{"prompt": "a", "completion": "b", "source": "web"}',
  },
  collect(shared) {
    const { folder } = shared;
    if (folder === null) return silentCollector;
    if (folder.before !== null) return new LaterRows(folder, folder.before, shared);
    return folder.first === null ? silentCollector : laterColumns(folder, folder.first, columnSetsOf(shared));
  },
};

function laterColumns(folder: FolderPlace, { path, columns }: FirstColumns, sets: ColumnSets): RowCollector {
  return {
    add: (row) => sets.add(row),
    prose: sets,
    end(report) {
      for (const { columns: own, firstRow } of sets.all ?? []) {
        const odd = own.find((column) => !columns.has(column));
        if (odd === undefined) continue;
        const args = { place: odd, path };
        const target = { kind: 'value', path: [odd] } as const;
        report(firstRow, { target, ...folderOccurrence(folder, 'dataset.folder-columns', args) });
        return;
      }
    },
  };
}

/** Looks for the first value that does not fit what the first file of the folder has. */
class LaterRows implements RowCollector {
  readonly #folder: FolderPlace;
  readonly #before: LoadedBefore;
  readonly #shared: SharedWork;
  readonly #csv: CsvMisfit | null;
  #misfit: ValuePlace | null = null;
  #firstRow = 0;

  constructor(folder: FolderPlace, before: LoadedBefore, shared: SharedWork) {
    this.#folder = folder;
    this.#before = before;
    this.#shared = shared;
    this.#csv = before.csv === null ? null : new CsvMisfit(before.csv);
  }

  add(row: Row): void {
    modelOf(this.#shared).add(row);
    const { object } = row;
    if (this.#firstRow === 0) this.#firstRow = row.number;
    if (this.#misfit !== null || object === null) return;
    this.#csv?.add(object, row.number);
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
    const misfit = this.#misfit ?? this.#lateMisfit(loaded);
    if (misfit !== null) {
      const args = { place: placeText(misfit), path };
      const isNamed = this.#before.csv?.rows === 0 || isKnown(type, misfit.path);
      const id = isNamed ? 'dataset.folder-columns.other' : 'dataset.folder-columns';
      report(misfit.row, { ...folderOccurrence(this.#folder, id, args), ...targetAt(misfit) });
    } else if (this.#shared.hasMark && loaded !== null && hasJson(loaded.type)) {
      report(this.#firstRow, folderOccurrence(this.#folder, 'dataset.folder-columns.mark', { path }));
    }
  }

  /** What is known when all rows have been seen. */
  #lateMisfit(loaded: LoadedFile | null): ValuePlace | null {
    const found = this.#csv?.end() ?? null;
    if (found !== null) return { row: found.row, path: [found.column], span: null };
    return loaded === null ? null : listForText(this.#before.type, loaded.type, loaded.root);
  }

  /** The rows of a CSV file all have its columns. */
  #oddColumn(columns: readonly string[]): string[] | null {
    const { type, isSameSplit, csv } = this.#before;
    if (type.kind !== 'struct' || csv?.rows === 0) return null;
    const known = [...type.fields.keys()];
    const odd = columns.find((column, n) => (isSameSplit ? known[n] !== column : !known.includes(column)));
    if (odd !== undefined) return [odd];
    const missing = isSameSplit ? known[columns.length] : undefined;
    return missing === undefined ? null : [missing];
  }
}

/** Whether the first file has something there, if only null. */
function isKnown(type: LoadedType, path: Path): boolean {
  let at: LoadedType | undefined = type;
  for (const step of path) {
    if (at?.kind === 'list' && typeof step === 'number') at = at.item;
    else if (at?.kind === 'struct' && typeof step === 'string') at = at.fields.get(step);
    else break;
  }
  return at !== undefined;
}
