import { CsvReader, LONGEST_RECORD } from './csv-reader.ts';
import { FileLint } from './file-lint.ts';
import type { LintedFile } from './finding.ts';
import type { JsonObject } from './json-value.ts';
import type { LintOptions } from './lint-options.ts';

/** Lints CSV as it comes: its findings have rows and pointers, no lines. */
export async function lintCsv(source: AsyncIterable<Uint8Array>, options: LintOptions): Promise<LintedFile> {
  const lint = new FileLint(options);
  const reader = new CsvReader((row, number) => lint.record(row, number), LONGEST_RECORD);
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    reader.push(decoder.decode(chunk, { stream: true }));
  }
  reader.push(decoder.decode());
  reader.end();
  if (reader.isStuck) lint.unreadable(null);
  return lint.result(bytes);
}

/**
 * Lints the rows of a file whose container has been read, of `bytes` bytes. Rows that throw when they are asked for end the lint with the
 * finding that the file is broken.
 */
export async function lintRecords(
  rows: AsyncIterable<JsonObject>,
  bytes: number,
  options: LintOptions,
): Promise<LintedFile> {
  const lint = new FileLint(options);
  let number = 0;
  try {
    for await (const row of rows) lint.record(row, ++number);
  } catch (error) {
    lint.unreadable(error instanceof Error ? error.message : String(error));
  }
  return lint.result(bytes);
}
