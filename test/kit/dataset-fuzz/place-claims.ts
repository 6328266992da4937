import type { ReportedFinding } from '../../../src/core/dataset/findings/lint-report.ts';

/** Tells lines and columns of a file straight off its bytes. */
class Places {
  readonly #bytes: Buffer;
  readonly #starts: number[] = [0];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.#starts.push(at + 1);
  }

  get lines(): number {
    return this.#starts.length;
  }

  /** `line:column` of a byte, columns in UTF-16 units and without a byte order mark. */
  of(offset: number): string {
    const line = this.#starts.findLastIndex((start) => start <= offset);
    const before = this.#bytes.subarray(this.#starts[line], offset);
    const marked = line === 0 && this.#bytes.subarray(0, 3).equals(MARK) && before.length >= 3;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before);
    return `${line + 1}:${text.length + (marked ? 0 : 1)}`;
  }
}

const MARK = Buffer.from('\ufeff');
/** Placing costs a look at the line; files with more findings have them alike. */
const MOST_PLACED = 300;

/** What is wrong with the places of a file's findings. */
export function placeProblems(
  bytes: Buffer,
  findings: readonly ReportedFinding[],
  hasLines: boolean,
): string[] {
  const places = new Places(bytes);
  return findings.slice(0, MOST_PLACED).flatMap((found) => {
    const problem = hasLines ? placeProblem(bytes, places, found) : recordProblem(found);
    return problem === null ? [] : [`${problem}: ${JSON.stringify(found)}`];
  });
}

function recordProblem({ line, start, row }: ReportedFinding): string | null {
  if (row === 0) return null;
  return line === undefined && start === undefined ? null : 'a place in a file without lines';
}

function placeProblem(bytes: Buffer, places: Places, found: ReportedFinding): string | null {
  const { row, line, column, endLine, endColumn, start, end } = found;
  if (start === undefined || end === undefined) return 'no place';
  if (start < 0 || start > end || end > bytes.length) return 'outside of the file';
  if (row < 0 || row > places.lines + bytes.length) return 'no such row';
  if (`${line}:${column}` !== places.of(start)) return `starts at ${places.of(start)}`;
  if (`${endLine}:${endColumn}` !== places.of(end)) return `ends at ${places.of(end)}`;
  return null;
}
