import { folderOccurrence } from '../folder/folder-occurrence.ts';
import type { FolderPlace } from '../folder/folder-place.ts';
import type { FileReport, Rule, RowCollector } from '../rule.ts';
import type { Row } from '../row/row.ts';
import { shownKey } from '../findings/shown-pointer.ts';
import { silentCollector } from '../silent-collector.ts';

export const folderNullColumn: Rule = {
  id: 'folder-null-column',
  defaultSeverity: 'info',
  on: 'file',
  deep: true,
  documentation: {
    text: {
      en: 'The first file of the folder has columns that this one lacks: datasets fills them with null in all rows of this file. A template prints what it makes of null, and a null chat_template_kwargs stops the run. Add the column, or leave it out of the first file.',
      ko: '폴더의 첫 파일에 있는 열이 이 파일에는 없습니다. datasets가 이 파일의 모든 행을 null로 채웁니다. 템플릿은 null을 출력할 수 있고 chat_template_kwargs가 null이면 실행이 멈춥니다. 열을 더하거나 첫 파일에서 빼십시오.',
    },
    good: '{"prompt": "a", "completion": "b", "source": null}',
    bad: '{"prompt": "a", "completion": "b"}',
  },
  collect({ folder }) {
    const before = folder?.before ?? null;
    const isFilled = before !== null && (before.format === 'json' || !before.isSameSplit);
    return folder !== null && isFilled && before.type.kind === 'struct' && before.type.fields.size > 0
      ? new ColumnsOfRows(folder, before.path, before.type.fields.keys())
      : silentCollector;
  },
};

/** Looks which of the columns of the first file no row has. */
class ColumnsOfRows implements RowCollector {
  readonly #folder: FolderPlace;
  readonly #path: string;
  readonly #missing: Set<string>;
  #first = 0;

  constructor(folder: FolderPlace, path: string, columns: Iterable<string>) {
    this.#folder = folder;
    this.#path = path;
    this.#missing = new Set(columns);
  }

  add(row: Row): void {
    if (this.#first === 0) this.#first = row.number;
    if (this.#missing.size === 0) return;
    for (const key of Object.keys(row.object ?? {})) this.#missing.delete(key);
  }

  end(report: FileReport): void {
    if (this.#first === 0 || this.#missing.size === 0) return;
    const args = { columns: Array.from(this.#missing, shownKey).join(', '), path: this.#path };
    report(this.#first, folderOccurrence(this.#folder, 'dataset.folder-null-column', args));
  }
}
