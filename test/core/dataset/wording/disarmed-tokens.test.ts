import { describe, expect, test } from 'vitest';
import { applyFixes, isSafelyFixable } from '../../../../src/core/dataset/findings/apply-fixes.ts';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';
import type { Finding } from '../../../../src/core/dataset/findings/finding.ts';
import { seededRandom } from '../../../kit/hub/random.ts';

const ENCODER = new TextEncoder();
const findingsOf = (bytes: Uint8Array): readonly Finding[] =>
  lintBytes(bytes, { path: '', deep: true }).findings;
const rowOf = (text: string): Uint8Array => ENCODER.encode(JSON.stringify({ text }));
const textOf = (bytes: Uint8Array): string =>
  (JSON.parse(new TextDecoder().decode(bytes)) as { text: string }).text;

describe('a special token that a character nobody sees keeps from being one', () => {
  test.each([
    ['zero-width-character', 'Use <|im_\u200bend|> here.', '<|im_end|>'],
    ['zero-width-character', 'Use <\u200b/s> here.', '</s>'],
    ['zero-width-character', 'Use <|\u2060\ufeffeot_id|> here.', '<|eot_id|>'],
    ['control-character', 'Use [IN\u0007ST] here.', '[INST]'],
    ['control-character', 'Use <\u0085s> here.', '<s>'],
    ['control-character', 'Use <|a\fb|> here.', '<|ab|>'],
    ['no-break-space', 'Use <|end of\u00a0text|> here.', '<|end of text|>'],
    ['full-width-text', 'Use \uff1c/s> here.', '</s>'],
  ])('%s is a note without a fix in %j', (rule, text, token) => {
    const found = findingsOf(rowOf(text)).filter((each) => each.rule === rule);
    expect(found).toMatchObject([
      { severity: 'info', message: { id: 'dataset.disarmed-token', args: { token } } },
    ]);
    expect(found.map(({ fix }) => fix)).toEqual([undefined]);
  });

  test('is told apart where characters of two rules stand in it', () => {
    const found = findingsOf(rowOf('Use <|im_\u200b\u0007end|> here.'));
    expect(found.map(({ rule, fix }) => [rule, fix])).toEqual([
      ['zero-width-character', undefined],
      ['control-character', undefined],
    ]);
  });

  test('leaves what stands beside it to be mended', () => {
    const found = findingsOf(rowOf('wo\u200brd <\u200b/s>\u200b end'));
    expect(found.map(({ fix }) => fix?.safe)).toEqual([true, undefined, true]);
    const fixed = applyFixes(rowOf('wo\u200brd <\u200b/s>\u200b end'), found.filter(isSafelyFixable));
    expect(textOf(fixed.bytes)).toBe('word <\u200b/s> end');
  });

  test('is none where the token stands there anyway', () => {
    for (const text of ['\u200b</s>\u200b<|im_end|>\u200b', 'a\u200bb < \u200b/s>']) {
      const found = findingsOf(rowOf(text)).filter(({ rule }) => rule === 'zero-width-character');
      expect(found.filter(({ fix }) => fix?.safe !== true)).toEqual([]);
    }
  });

  test('is looked for in keys as well', () => {
    const found = findingsOf(ENCODER.encode('{"text":"x","<\u200b/s>":1}'));
    expect(found.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });
});

describe('what is fixed without asking', () => {
  const SEED = Date.now() % 1_000_000;
  const WORDS = ['<|', '|>', '<', '>', '/s', 's', 'im_end', '[', ']', 'INST', '/', ' ', 'word', '한'];
  const ODD = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u0007', '\f', '\u0085', '\u00a0', '\u202f'];
  const PIECES = [...WORDS, ...ODD, ...ODD, '\u1112\u1161\u11ab', '\uff1c', '\u{1f600}', '\uff5c'];
  /** What was there before, and could not be seen for the characters. */
  const UNCOVERED = new Set(['exact-duplicate', 'empty-content', 'edge-white-space']);

  test(`brings no finding of any rule that was not there before, seed ${SEED}`, () => {
    const random = seededRandom(SEED);
    for (let n = 0; n < 1000; n++) {
      const pieces = Array.from(
        { length: 2 + random.integer(9) },
        () => PIECES[random.integer(PIECES.length)],
      );
      const text = `a${pieces.join('')}b`;
      let bytes: Uint8Array = rowOf(text);
      const before = lintBytes(bytes, { path: '', deep: true }).counts;
      for (let round = 0; round < 5; round++)
        bytes = applyFixes(bytes, findingsOf(bytes).filter(isSafelyFixable)).bytes;
      const after = findingsOf(bytes);
      expect(after.filter(isSafelyFixable), JSON.stringify(text)).toEqual([]);
      const worse = after.filter(({ rule }) => before[rule] === undefined && !UNCOVERED.has(rule));
      expect(
        worse.map(({ rule }) => rule),
        JSON.stringify(text),
      ).toEqual([]);
    }
  });
});
