import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConvertRows } from '../../../../src/core/dataset/prepare/convert/convert-rows.ts';
import { conversionTarget } from '../../../../src/core/dataset/prepare/convert/example.ts';
import { DuplicateRows } from '../../../../src/core/dataset/prepare/duplicate-rows.ts';
import { SplitRows } from '../../../../src/core/dataset/prepare/split-rows.ts';
import { HumanError } from '../../../../src/core/text/human-error.ts';
import { sourceRows } from '../../../kit/dataset/source-rows.ts';

const rows = [
  '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","tool_calls":[{"function":{"name":"f","arguments":"{}"}}]}],"n":1.0}',
  '{"conversations":[{"from":"human","value":"a"},{"from":"function_call","value":"{\\"name\\":\\"f\\"}"}],"tools":"[]"}',
  '{"prompt":"p","completion":"한국어 😀","label":true}',
  '{"instruction":"i","input":"j","output":"o","history":[["a","b"]]}',
  '{"chosen":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}],"rejected":"c"}',
  `${'['.repeat(400)}${']'.repeat(400)}`,
];
const lines = new TextEncoder().encode(`${rows.join('\n')}\n${rows.join('\r\n')}`);
const array = new TextEncoder().encode(`[\n${rows.join(',\n')}]`);

/** Bytes flipped, cut out or doubled. */
const broken = fc
  .tuple(
    fc.constantFrom(lines, array),
    fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(2)), { maxLength: 6 }),
  )
  .map(([bytes, changes]) => {
    let result = [...bytes];
    for (const [place, byte, kind] of changes) {
      const at = place % result.length;
      const stretch = result.slice(at, at + byte);
      if (kind === 0) result[at] = byte;
      else if (kind === 1) result.splice(at, byte);
      else result = [...result.slice(0, at), ...stretch, ...result.slice(at)];
      if (result.length === 0) result = [byte];
    }
    return Uint8Array.from(result);
  });

test('whatever the bytes are, each row is kept, converted or named, and nothing falls over', () => {
  fc.assert(
    fc.property(broken, fc.constantFrom(...conversionTarget.options), (bytes, to) => {
      const source = sourceRows(bytes);
      const duplicates = new DuplicateRows(true);
      const conversion = new ConvertRows(to, null);
      for (const row of source) {
        duplicates.add(row);
        for (const line of conversion.convert(row)) expect(line.includes(0x0a)).toBe(false);
      }
      const { unchanged, converted, dropped } = conversion.count();
      expect(unchanged + converted + dropped.length).toBe(source.length);
      for (const { row, equals } of duplicates.end().dropped.values()) expect(equals).toBeLessThan(row);
    }),
    { numRuns: 400 },
  );
});

test('a split of whatever the bytes are has every row on one side, or is refused with a sentence', () => {
  fc.assert(
    fc.property(broken, fc.nat(), (bytes, seed) => {
      const source = sourceRows(bytes);
      const split = new SplitRows({ eval: 0.3, seed, strata: null });
      for (const row of source) split.add(row);
      try {
        const { rows: all, eval: held, side } = split.end();
        expect([all, side.filter((each) => each === 1).length]).toEqual([source.length, held]);
      } catch (error) {
        if (!(error instanceof HumanError)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});
