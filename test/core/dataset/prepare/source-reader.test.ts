import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvSourceReader, JsonSourceReader } from '../../../../src/core/dataset/prepare/source-reader.ts';
import { sourceRows } from '../../../kit/dataset/source-rows.ts';

const decoder = new TextDecoder();

function lines(content: string | Uint8Array): [number, string][] {
  return sourceRows(content).map((row) => [row.number, decoder.decode(row.bytes)]);
}

test('a row of JSONL keeps its very bytes: spaces, the CR of its line end, numbers as they are written', () => {
  const content = '{ "a":1.0 , "b":1e2}\r\n\n \t\n{"c":"\u2028é"}';
  expect(lines(content)).toEqual([
    [1, '{ "a":1.0 , "b":1e2}\r'],
    [4, '{"c":"\u2028é"}'],
  ]);
});

test('bytes that are no UTF-8 stay too', () => {
  const bytes = Uint8Array.of(0x22, 0xff, 0x22);
  const [row] = sourceRows(bytes);
  expect([row?.hasBrokenBytes, row?.bytes]).toEqual([true, bytes]);
});

test('an element of an array becomes one line, with nothing changed inside of texts', () => {
  const content = '\ufeff[\n  {\n    "a": "x  \\n  y",\n    "b": [\n      1.50\n    ]\n  },\n  {"c": 1}\n]\n';
  expect(lines(content)).toEqual([
    [1, '{"a": "x  \\n  y","b": [1.50]}'],
    [2, '{"c": 1}'],
  ]);
});

test('a broken array is said to be broken and has no rows', () => {
  const reader = new JsonSourceReader(() => expect.unreachable());
  reader.push(new TextEncoder().encode('[\n{"a": 1},\n{"a": \n]'));
  expect(reader.end()).toMatchObject({ blankLines: 0, isBroken: true });
});

test('CSV says that bytes which are no UTF-8 were replaced, wherever it is cut', () => {
  const read = (bytes: Uint8Array, cut: number) => {
    const texts: string[] = [];
    const reader = new CsvSourceReader((row) => texts.push(row.raw.text));
    reader.push(bytes.slice(0, cut));
    reader.push(bytes.slice(cut));
    return [texts, reader.end().hasReplacedBytes];
  };
  const good = new TextEncoder().encode('q\n한\n');
  const bad = Uint8Array.of(0x71, 0x0a, 0xc7, 0xd1, 0x0a);
  for (let cut = 0; cut < good.length; cut++) expect(read(good, cut)).toEqual([['{"q":"한"}'], false]);
  for (let cut = 0; cut < bad.length; cut++) expect(read(bad, cut)[1]).toBe(true);
  expect(read(good.slice(0, -2), 1)[1]).toBe(true);
});

test('how the bytes are cut makes no difference', () => {
  const whole = new TextEncoder().encode('\ufeff{"a": "é😀"}\n\n{"b": 1}\r\n{"c"');
  const expected = lines(whole);
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length)), (cuts) => {
      const rows: [number, string][] = [];
      const reader = new JsonSourceReader((row) => rows.push([row.number, decoder.decode(row.bytes)]));
      const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
      for (let n = 1; n < at.length; n++) reader.push(whole.slice(at[n - 1], at[n]));
      expect(reader.end().blankLines).toBe(1);
      expect(rows).toEqual(expected);
    }),
  );
});
