import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWithin } from '../../../src/node/files/is-within.ts';

const at = (name: string): string => path.resolve('/work', name);

describe('a folder holds', () => {
  test.each(['.', 'a.jsonl', 'data/a.jsonl', '..data', '..data/a.jsonl', '...'])('%s', (name) => {
    expect(isWithin(at(name), at('.'))).toBe(true);
  });

  test.each(['..', '../a.jsonl', '../..', '../work2/a.jsonl', '/'])('not %s', (name) => {
    expect(isWithin(at(name), at('.'))).toBe(false);
  });
});
