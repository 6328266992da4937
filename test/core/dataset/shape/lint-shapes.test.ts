import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';
import { literal, WAYS, written } from '../../../kit/dataset/written-rows.ts';

const FIRST = ['"Why is the sky blue on most days?"', '"Light is scattered by the air."', '"be kind"'];

/** What stands before two rows, between them and behind them. */
const AROUND = { lines: ['', '\n', ''], array: ['[\n', ',\n', '\n]'] } as const;

/** What is said of the second row, with places counted from where it begins. */
function saidOfSecond(first: string, second: string, around: keyof typeof AROUND) {
  const [before, between, behind] = AROUND[around];
  const bytes = new TextEncoder().encode(before + first + between + second + behind);
  const { findings, format, summaries } = lintBytes(bytes, { path: 'f', deep: true, summaries: true });
  const begin = new TextEncoder().encode(before + first + between).length;
  return {
    format,
    summary: summaries?.[1],
    findings: findings
      .filter(({ row }) => row === 2)
      .map((found) => ({ ...found, start: (found.start ?? 0) - begin, end: (found.end ?? 0) - begin })),
  };
}

test.each(['lines', 'array'] as const)(
  'rules say the same of a row whether it is recognised by its shape or parsed: %s',
  (around) => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...WAYS),
        fc.array(literal, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(-1, 0, 1),
        (way, literals, equal) => {
          const first = written(way, FIRST);
          const second = written(
            way,
            equal < 0 ? literals : [...literals.slice(0, equal), ...FIRST.slice(equal)],
          );
          // a space more, and the second row is written in no way that is known
          const said = saidOfSecond(first, second, around);
          expect(said).toEqual(saidOfSecond(first.replace('{', '{ '), second, around));
          found += said.findings.length;
        },
      ),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(300);
  },
);
