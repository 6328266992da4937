import { FileLint } from '../file-lint.ts';
import { LineReader } from '../line-reader.ts';
import type { LintOptions } from '../lint-options.ts';
import type { LintedSegment } from './linted-segment.ts';

/** Lints the lines from one byte of a JSONL file to another. */
export async function lintSegment(
  source: AsyncIterable<Uint8Array>,
  { index, offset, ...options }: LintOptions & { readonly index: number; readonly offset: number },
): Promise<LintedSegment> {
  const lint = new FileLint({ ...options, rowsAlone: true });
  let lines = 0;
  const reader = new LineReader(offset, (raw) => {
    lines = raw.number;
    lint.line(raw);
  });
  for await (const chunk of source) reader.push(chunk);
  reader.end();
  return { index, lines, findings: lint.result(0).findings };
}
