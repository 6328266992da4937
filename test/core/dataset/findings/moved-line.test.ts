import { describe, expect, test } from 'vitest';
import { movedLine } from '../../../../src/core/dataset/findings/moved-line.ts';

/** Replaces from one place to another, each `line:character`, by a text. */
function change(from: string, to: string, text: string) {
  const position = (place: string) => {
    const [line = 0, character = 0] = place.split(':').map(Number);
    return { line, character };
  };
  return { range: { start: position(from), end: position(to) }, text };
}

describe('the line of a row after an edit', () => {
  test.each([
    ['a line put in above', change('0:0', '0:0', 'a\n'), 6],
    ['lines put in right before it', change('5:0', '5:0', 'a\nb\n'), 7],
    ['a line taken away above', change('1:0', '2:0', ''), 4],
    ['the line right before it taken away', change('4:0', '5:0', ''), 4],
    ['lines replaced above', change('0:3', '2:1', 'a\nb\nc\nd'), 6],
    ['a change within a line above', change('0:1', '0:4', 'x'), 5],
    ['a change of the row itself', change('5:3', '5:9', 'x'), 5],
    ['text typed at its start', change('5:0', '5:0', 'x'), 5],
    ['lines put in below', change('5:9', '5:9', '\na\n'), 5],
    ['a line taken away below', change('6:0', '7:0', ''), 5],
  ])('%s', (_, edit, line) => {
    expect(movedLine(5, [edit])).toBe(line);
  });

  test('follows all edits of one change', () => {
    expect(movedLine(5, [change('4:0', '4:0', 'a\nb\n'), change('1:0', '2:0', '')])).toBe(6);
  });
});
