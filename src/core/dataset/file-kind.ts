/** How the rows of a dataset file are written, as its name says. */
export type FileKind = 'lines' | 'json' | 'csv' | 'parquet';

const kinds: Readonly<Record<string, FileKind>> = {
  '.jsonl': 'lines',
  '.ndjson': 'lines',
  '.json': 'json',
  '.csv': 'csv',
  '.parquet': 'parquet',
};

/**
 * What kind of dataset the ending of a name says, in capitals as well; null where it is that of none. JSON may be anything else.
 * @param path a name alone or any path
 */
export function fileKind(path: string): FileKind | null {
  const [ending = ''] = /\.[a-z]+$/i.exec(path) ?? [];
  return kinds[ending.toLowerCase()] ?? null;
}
