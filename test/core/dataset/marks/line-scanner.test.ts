import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineScanner, marksOfBytes } from '../../../../src/core/dataset/marks/line-scanner.ts';
import { marksOfPair, textMark } from '../../../../src/core/dataset/marks/text-mark.ts';

interface ScannedLine {
  readonly from: number;
  readonly to: number;
  readonly marks: number;
}

const LF = 0x0a;
const IN_NUMBER = new TextEncoder().encode('0123456789 .()+-*,');

/** What the lines are, byte by byte. */
function expectedLines(bytes: Uint8Array): ScannedLine[] {
  const lines: ScannedLine[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LF, from);
    const to = end < 0 ? bytes.length : end;
    lines.push({ from, to, marks: expectedMarks(bytes, from, to) });
    from = to + 1;
  }
  return lines;
}

function expectedMarks(bytes: Uint8Array, from: number, to: number): number {
  let marks = textMark.any;
  let run = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    marks |= marksOfPair(byte, bytes[at + 1] ?? 0);
    if (byte >= 0x80) marks |= textMark.notAscii;
    run = IN_NUMBER.includes(byte) ? run + 1 : 0;
    if (run >= 9) marks |= textMark.numberRun;
  }
  return marks;
}

function scannedLines(scanner: LineScanner, bytes: Uint8Array): ScannedLine[] {
  const lines: ScannedLine[] = [];
  scanner.begin(bytes);
  while (scanner.next()) {
    const { from, to, marks } = scanner;
    lines.push({ from, to, marks });
  }
  return lines;
}

const byte = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...new TextEncoder().encode('\n\n[{<_@`\\\x7fAIJ-/ 012345. ')) },
  { weight: 2, arbitrary: fc.nat(255) },
);
const bytes = fc.array(byte, { maxLength: 200 }).map((each) => Uint8Array.from(each));

test('lines end where line ends stand, and have the marks of the bytes in them', () => {
  const scanner = new LineScanner();
  fc.assert(
    fc.property(bytes, (some) => {
      expect(scannedLines(scanner, some)).toEqual(expectedLines(some));
    }),
    { numRuns: 2000 },
  );
});

const part = 1 << 16;

test('a line, a pair and a run of digits that go from one part of the bytes into the next are whole', () => {
  const scanner = new LineScanner();
  fc.assert(
    fc.property(
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: 1, max: 2 }),
      bytes,
      (by, parts, some) => {
        const before = new Uint8Array(parts * part + by).fill(0x61);
        const whole = Uint8Array.from([...before, ...some]);
        expect(scannedLines(scanner, whole)).toEqual(expectedLines(whole));
      },
    ),
    { numRuns: 40 },
  );
});

test('two scanners do not disturb each other', () => {
  const [one, other] = [new LineScanner(), new LineScanner()];
  const text = new TextEncoder().encode('a{b\n\nc@\n');
  one.begin(text);
  one.next();
  scannedLines(other, new TextEncoder().encode('[x]\n'.repeat(5)));
  expect(one).toMatchObject({ from: 0, to: 3, marks: textMark.any | textMark.brace });
  expect([one.next(), one.from, one.to]).toEqual([true, 4, 4]);
  expect([one.next(), one.from, one.to]).toEqual([true, 5, 7]);
  expect(one.next()).toBe(false);
});

test('bytes as one text have the marks of all its lines, and say that there are some', () => {
  const marks = marksOfBytes(new LineScanner(), new TextEncoder().encode('[a]\n{b}'));
  expect(marks & textMark.lineEnd).not.toBe(0);
  expect(marks & textMark.bracket).not.toBe(0);
  expect(marks & textMark.brace).not.toBe(0);
  expect(marksOfBytes(new LineScanner(), new TextEncoder().encode('a'))).toBe(textMark.any);
});
