import { FileLint } from './file-lint.ts';
import type { LintedFile } from './findings/finding.ts';
import { LineEnds } from './reading/line-ends.ts';
import { MarkedBytes } from './reading/marked-bytes.ts';
import { RowReader } from './reading/row-reader.ts';
import type { LintOptions } from './lint-options.ts';

/** Lints one file that is fed in chunks. A chunk is kept for a while: the caller must not write into it again. */
export class Linter {
  readonly #lint: FileLint;
  readonly #marked: MarkedBytes;
  #bytes = 0;
  readonly #lineEnds = new LineEnds();

  constructor(options: LintOptions) {
    const lint = new FileLint(options);
    this.#lint = lint;
    this.#marked = new MarkedBytes((skipped, head) => {
      if (skipped > 0) lint.byteOrderMark();
      lint.firstBytes(head);
      return new RowReader(skipped, lint.rows, options.longestText);
    });
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    this.#lineEnds.push(chunk);
    this.#marked.push(chunk);
  }

  /** The findings in the order of `byPlace`. */
  end(): LintedFile {
    this.#marked.end();
    this.#lint.lineEnds(this.#lineEnds);
    return this.#lint.result(this.#bytes);
  }
}

const PIECE = 1 << 24;

/** Lints the bytes of a whole file. */
export function lintBytes(bytes: Uint8Array, options: LintOptions): LintedFile {
  const linter = new Linter(options);
  // in pieces, because all of it might be longer than a text may be
  for (let at = 0; at < bytes.length; at += PIECE) linter.push(bytes.subarray(at, at + PIECE));
  return linter.end();
}

/** Lints bytes as they come; each chunk is a new array. */
export async function lintStream(
  source: AsyncIterable<Uint8Array>,
  options: LintOptions,
): Promise<LintedFile> {
  const linter = new Linter(options);
  for await (const chunk of source) linter.push(chunk);
  return linter.end();
}
