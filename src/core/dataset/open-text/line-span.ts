import { filePart } from '../file-part.ts';
import type { Span } from '../reading/place.ts';
import { wholeSpan } from '../reading/whole-span.ts';
import type { EditedText } from './edited-text.ts';

/** Where the row in a line lies, without the white space around it. @param offset of the line in bytes */
export function lineSpan(text: EditedText, row: number, offset: number): Span {
  const { content, bytes } = text.line(row - 1);
  return wholeSpan({ ...filePart(0), number: row, text: content, to: bytes, offset, line: row });
}
