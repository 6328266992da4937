import { expect, test } from 'vitest';
import { isJsonLinesName } from '../../../../src/core/dataset/prepare/json-lines-name.ts';

test.each([
  'a.jsonl',
  'A.JSONL',
  'a.ndjson',
  'a.json',
  '/data.csv/a',
  String.raw`c:\d.csv\a`,
  '.hidden',
  'a.b.jsonl',
])('%s may be JSON Lines', (name) => expect(isJsonLinesName(name)).toBe(true));

test.each(['a.csv', 'a.Parquet', 'a.jsonl.gz', 'a.txt', '/d/a.v2', 'a.', String.raw`c:\d\a.tsv`])(
  '%s says that it is something else',
  (name) => expect(isJsonLinesName(name)).toBe(false),
);
