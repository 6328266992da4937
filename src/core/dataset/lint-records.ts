import { CsvReader, LONGEST_RECORD } from './reading/csv-reader.ts';
import type { ExactRecord } from './reading/exact-record.ts';
import { CsvLoad } from './loading/csv-load.ts';
import { FileLint } from './file-lint.ts';
import type { LintedFile } from './findings/finding.ts';
import type { LintOptions } from './lint-options.ts';
import type { UnreadableReason } from './rule.ts';
import { UnsupportedCodec } from './reading/unsupported-codec.ts';

/** Lints CSV as it comes: its findings have rows and pointers, no lines. */
export async function lintCsv(source: AsyncIterable<Uint8Array>, options: LintOptions): Promise<LintedFile> {
  const lint = new FileLint(options);
  lint.withoutPlaces();
  const load = lint.asksOfCsv ? new CsvLoad((change) => lint.csv(change)) : null;
  const reader = new CsvReader((row, number, isBlank) => {
    lint.record(row, number);
    load?.row(row, number, isBlank);
  }, LONGEST_RECORD);
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    load?.bytes(chunk);
    reader.push(decoder.decode(chunk, { stream: true }));
  }
  reader.push(decoder.decode());
  reader.end();
  if (reader.isStuck) lint.unreadable({ kind: 'too-long' });
  else load?.end(reader.endsInQuote);
  return lint.result(bytes);
}

/**
 * Lints the rows of a file whose container has been read, of `bytes` bytes. Rows that throw when they are asked for end the lint with the
 * finding that the file is broken, or compressed in a way that is not read.
 */
export async function lintRecords(
  records: AsyncIterable<ExactRecord>,
  bytes: number,
  options: LintOptions,
): Promise<LintedFile> {
  const lint = new FileLint(options);
  lint.withoutPlaces();
  let number = 0;
  try {
    for await (const record of records) lint.exactRecord(record, ++number);
  } catch (error) {
    lint.unreadable(reasonOf(error));
  }
  return lint.result(bytes);
}

function reasonOf(error: unknown): UnreadableReason {
  if (error instanceof UnsupportedCodec) return { kind: 'codec', codec: error.codec };
  return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
}
