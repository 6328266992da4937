import { describe, expect, it } from 'vitest';
import { comparisonNotes } from '../../../src/core/compare/comparison-notes.ts';
import type { Comparison } from '../../../src/core/compare/comparison.ts';
import { everySentence } from '../../kit/every-sentence.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import { comparisonOf, promptOf } from './sample-comparison.ts';

const data = { path: '/work/data/test.jsonl', sha256: '00', rows: 3, alsoTrained: [], dropped: [] };
const same = { text: 'same', tokens: 1, ended: true };
const cut = { text: 'on and on', tokens: 64, ended: false };
const equal = [promptOf(0, null, { before: same, after: same })];

function notes(changes: Partial<Comparison>, running = false): string[] {
  const found = comparisonNotes(comparisonOf(changes), running);
  for (const note of found) {
    expect(Object.keys(everySentence)).toContain(note.id);
    for (const language of ['en', 'ko'] as const) expect(formatMessage(note, language)).not.toMatch(/[{}]/);
  }
  return found.map((note) => formatMessage(note, 'en'));
}

describe('comparisonNotes', () => {
  it('says nothing where there is nothing remarkable', () => {
    expect(notes({ prompts: [promptOf(0, [2, 1])] })).toEqual([]);
  });

  it.each<[string, Partial<Comparison>]>([
    ['2 rows of test.jsonl stand in the training data too', { data: { ...data, alsoTrained: [1, 3] } }],
    ['1 row of test.jsonl left out', { data: { ...data, rows: 4, dropped: [2] } }],
    ['there is no held-out data', { data: null, loss: null }],
    ['test.jsonl holds no rows', { data: { ...data, rows: 0 }, loss: null }],
    ['TRL drops all rows', { data: { ...data, dropped: [1, 2, 3] }, loss: null }],
    ['3 of the 200 rows', { data: { ...data, rows: 200 } }],
    ['may be chance', { loss: { before: 2, after: 1.9, rows: 3, tokens: 30, interval: [-0.3, 0.1] } }],
    ['went astray', { loss: { before: 2, after: NaN, rows: 3, tokens: 30, interval: null } }],
    ['adapter changes nothing', { adapter: { parameters: 1, probabilityShift: 0 } }],
    ['hardly moves anything, 0.021 %', { adapter: { parameters: 1, probabilityShift: 0.00021 } }],
    ['although the adapter moves 20 %', { prompts: equal }],
    ['same before and after; raise', { prompts: equal, adapter: null }],
    ['1 of 2 answers are the same', { prompts: [...equal, promptOf(1)] }],
    [
      '3 answers were cut at 64 tokens (2 before, 1 after training)',
      {
        prompts: [promptOf(0, null, { before: cut }), promptOf(1, null, { before: cut, after: cut })],
      },
    ],
    ['trains in bf16 on a GPU', { recipePrecision: 'bf16' }],
    ['Not everything', { complete: false }],
  ])('says %j', (sentence, changes) => {
    expect(notes(changes).filter((note) => note.includes(sentence))).toHaveLength(1);
  });

  it('names a few of many rows', () => {
    const alsoTrained = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(notes({ data: { ...data, alsoTrained } })[0]).toMatch(/: 1, 2, 3, 4, 5, 6, 7, 8, …\.$/);
  });

  it('waits for what may still come', () => {
    const half = { complete: false, loss: null, data: { ...data, dropped: [1, 2, 3] }, prompts: equal };
    expect(notes({ ...half, data: { ...data, rows: 3, dropped: [] } }, true)).toEqual([]);
  });
});
