import { describe, expect, test } from 'vitest';
import { compareFacts } from '../../kit/facts/compare-facts.ts';
import { sharedCorpora } from '../../kit/facts/shared-corpora.ts';

const folder = sharedCorpora();
if (folder === null) console.log('skipped: the counted facts (there are no shared corpora)');

describe.skipIf(folder === null)('what the linter counts in the corpora', () => {
  test('is what was counted without it, or differs for a reason that gives the very number', async () => {
    const compared = await compareFacts(folder ?? '');
    expect(compared.filter(({ why }) => why === null)).toEqual([]);
    expect(compared.filter(({ what }) => what === 'rows').length).toBeGreaterThan(20);
  }, 120_000);
});
