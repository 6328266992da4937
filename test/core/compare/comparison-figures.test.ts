import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betterRows,
  changeOf,
  endedAnswers,
  equalAnswers,
  worstFirst,
} from '../../../src/core/compare/comparison-figures.ts';
import { promptOf } from './sample-comparison.ts';

const same = { text: 'same', tokens: 1, ended: true };

describe('worstFirst', () => {
  it('puts what is no number any more in front, then the loss that rose most, and what was not measured at the end', () => {
    const prompts = [
      promptOf(0, null),
      promptOf(1, [2, 1]),
      promptOf(2, [1, 1.5]),
      promptOf(3, [1, NaN]),
      promptOf(4, [2, 1]),
      promptOf(5, [1, Infinity]),
    ];
    expect(worstFirst(prompts).map(({ index }) => index)).toEqual([3, 5, 2, 1, 4, 0]);
  });

  it('loses no prompt', () => {
    const loss = fc.option(fc.tuple(fc.double(), fc.double()));
    fc.assert(
      fc.property(fc.array(loss), (losses) => {
        const prompts = losses.map((each, index) => promptOf(index, each));
        const sorted = worstFirst(prompts);
        expect(sorted.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(
          prompts.map(({ index }) => index),
        );
        const changes = sorted.map((each) => changeOf(each.loss)).filter((change) => change !== null);
        expect(changes).toEqual(changes.toSorted((a, b) => b - a));
        const broken = sorted.map(({ loss: each }) => each !== null && !Number.isFinite(each.after));
        expect(broken.lastIndexOf(true)).toBe(broken.filter(Boolean).length - 1);
      }),
    );
  });
});

describe('counts of a comparison', () => {
  it('takes a row for better whose loss fell, of those that were measured', () => {
    const prompts = [
      promptOf(0, [2, 1]),
      promptOf(1, [1, 1]),
      promptOf(2, [1, 2]),
      promptOf(3),
      promptOf(4, [1, NaN]),
    ];
    expect(betterRows(prompts)).toEqual({ better: 1, of: 4 });
  });

  it('counts answers of prompts that both models answered', () => {
    const prompts = [
      promptOf(0, null, { before: { ...same, ended: false }, after: same }),
      promptOf(1),
      promptOf(2, null, { after: null }),
    ];
    expect(endedAnswers(prompts)).toEqual({ before: 1, after: 2, of: 2 });
    expect(equalAnswers(prompts)).toEqual({ equal: 1, of: 2 });
  });
});
