import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  likeness,
  MinHash,
  signatureOf,
  type Signature,
} from '../../../../src/core/dataset/comparing/min-hash.ts';

const hash = new MinHash(64, 8);

function signed(...texts: string[]): Signature {
  const signature = signatureOf(64);
  hash.sign({ asked: texts, answered: [] }, signature, signatureOf(8));
  return signature;
}

/** The share of stretches of five letters and digits that two texts have in common. */
function shared(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => {
    const letters = text.toLowerCase().match(/[a-z0-9]/g) ?? [];
    return new Set(letters.slice(4).map((_, n) => letters.slice(n, n + 5).join('')));
  });
  if (x === undefined || y === undefined) return 0;
  const both = [...x].filter((each) => y.has(each)).length;
  return both / (x.size + y.size - both);
}

test('case, white space and punctuation make no difference, and neither does how texts are cut', () => {
  const text = 'The quick brown fox jumps over the lazy dog, and runs.';
  expect(likeness(signed(text), signed('the QUICK brown fox', ' jumps-over the lazy dog: and runs'))).toBe(1);
});

test('short texts are the same or nothing alike', () => {
  expect(likeness(signed('Yes'), signed('yes!'))).toBe(1);
  expect(likeness(signed('Yes'), signed('No'))).toBeLessThan(0.2);
});

test('the likeness is that of the stretches that texts share, on the average and never far off', () => {
  const word = fc.constantFrom(
    ...'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho tau'.split(' '),
  );
  const number = fc.nat(999);
  const words = fc.array(fc.tuple(word, number), { minLength: 40, maxLength: 200 });
  const errors: number[] = [];
  fc.assert(
    fc.property(words, fc.nat(100), (pairs, percent) => {
      const a = pairs.map(([w, n]) => `${w}${n}`).join(' ');
      const b = pairs
        .map(([w, n], at) => ((at * 37) % 100 < percent / 4 ? `other${at}` : `${w}${n}`))
        .join(' ');
      const error = likeness(signed(a), signed(b)) - shared(a, b);
      errors.push(error);
      expect(Math.abs(error)).toBeLessThan(0.35);
    }),
    { numRuns: 500 },
  );
  expect(Math.abs(errors.reduce((sum, each) => sum + each, 0) / errors.length)).toBeLessThan(0.02);
});

test('the signature of the answers is that of the answers alone', () => {
  const both = new MinHash(64, 32);
  const alone = new MinHash(32, 8);
  const text = fc.string({ unit: 'grapheme', maxLength: 80 });
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (asked, answered) => {
      const [answers, expected] = [signatureOf(32), signatureOf(32)];
      both.sign({ asked, answered }, signatureOf(64), answers);
      alone.sign({ asked: answered, answered: [] }, expected, signatureOf(8));
      expect(answers).toEqual(expected);
    }),
  );
});

test('rows with the same digits in the same order are told from others', () => {
  const digitsOf = (asked: string, answered: string): number => {
    hash.sign({ asked: [asked], answered: [answered] }, signatureOf(64), signatureOf(8));
    return hash.digits;
  };
  expect(digitsOf('In 1999, 3 cats', 'and 2 dogs')).toBe(digitsOf('1999: three (3)', 'cats, 2'));
  expect(digitsOf('In 1999, 3 cats', '')).not.toBe(digitsOf('In 1993, 9 cats', ''));
});
