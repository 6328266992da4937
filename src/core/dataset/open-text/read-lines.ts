import { LineReader } from '../reading/line-reader.ts';
import type { RowLint } from '../row-lint.ts';
import type { EditedText } from './edited-text.ts';

/** Shows lines of a text to a lint, as those of the file. @param offset of the first in bytes */
export function readLines(text: EditedText, from: number, to: number, offset: number, lint: RowLint): void {
  const reader = new LineReader(offset, (raw) =>
    lint.line({ ...raw, number: raw.number + from, line: raw.line + from }),
  );
  reader.push(new TextEncoder().encode(text.between(from, to)));
  reader.end();
}
