import { hexByte } from './hex-byte.ts';
import { ArrayCursor, PyObject, type Cursor, type Value } from './value.ts';

/** Python's bytes, which `encode` and `to_bytes` make. */
export class PyBytes extends PyObject {
  readonly typeName = 'bytes';
  readonly bytes: readonly number[];

  constructor(bytes: readonly number[]) {
    super();
    this.bytes = bytes;
  }

  override get hashText(): string {
    return `\0bytes ${this.bytes.join(' ')}`;
  }

  override isTrue(): boolean {
    return this.bytes.length > 0;
  }

  override equals(other: Value): boolean {
    return other instanceof PyBytes && other.hashText === this.hashText;
  }

  override size(): number {
    return this.bytes.length;
  }

  override repr(): string {
    const text = this.bytes.map(byteText).join('');
    const double = text.includes("'") && !text.includes('"');
    return double ? `b"${text}"` : `b'${text.replaceAll("'", "\\'")}'`;
  }

  override cursor(): Cursor {
    return new ArrayCursor([...this.bytes]);
  }

  override reversedCursor(): Cursor {
    return new ArrayCursor(this.bytes.toReversed());
  }
}

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [9, '\\t'],
  [10, '\\n'],
  [13, '\\r'],
  [92, '\\\\'],
]);

function byteText(byte: number): string {
  const escape = ESCAPES.get(byte);
  if (escape !== undefined) return escape;
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${hexByte(byte)}`;
}
