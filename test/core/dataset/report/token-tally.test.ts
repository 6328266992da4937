import { expect, test } from 'vitest';
import { renderedTokens, TokenTally } from '../../../../src/core/dataset/report/token-tally.ts';

const reason = { id: 'tokens.stopped.no-answer' };

test('rows that are dropped or stop TRL are in no total, and each kind leads to its rows', () => {
  const tally = new TokenTally();
  tally.add({ kind: 'kept', tokens: 10, cut: 2, trained: 3 }, 1);
  tally.add({ kind: 'dropped', tokens: 20, cut: 12, trained: 0 }, 2);
  tally.add({ kind: 'stopped', reason }, 3);
  tally.add({ kind: 'kept', tokens: 5, cut: 0, trained: 0 }, 4);
  const tokens = tally.tokens();
  expect(tokens).toMatchObject({ rows: 2, tokens: 13, trained: 3, cutTokens: 2, droppedTokens: 20 });
  expect(tokens.firstStop).toEqual({ row: 3, reason });
  expect([tokens.cut, tokens.dropped, tokens.untrained, tokens.stopped].map(({ first }) => first)).toEqual([
    [1, 2],
    [2],
    [4],
    [3],
  ]);
  expect(tokens.trainedPerRow?.bins.map(({ from, first }) => [from, first])).toEqual([
    [0, [2, 4]],
    [1, [1]],
  ]);
  expect(renderedTokens(tokens)).toBe(35);
});

test('where TRL stops at every row there is nothing to spread', () => {
  const tally = new TokenTally();
  tally.add({ kind: 'stopped', reason }, 1);
  expect(tally.tokens()).toMatchObject({ rows: 0, perRow: null, trainedPerRow: null });
});
