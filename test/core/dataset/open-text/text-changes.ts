import fc from 'fast-check';
import type { TextChange } from '../../../../src/core/dataset/open-text/text-change.ts';

const character = fc.constantFrom('a', '{', '\n', '\n', 'é', '한', '😀', ' ', '');

/** A text of short lines, which end with \n. */
export const anyText: fc.Arbitrary<string> = fc
  .array(character, { maxLength: 30 })
  .map((each) => each.join(''));

/** Makes changes of a text, one after the other, as an editor tells them. */
export type MakeChanges = (text: string, end: string) => TextChange[];

const oneChange = fc.record({ start: fc.nat(10_000), length: fc.nat(12), text: anyText });

export const anyChanges: fc.Arbitrary<MakeChanges> = changesWith(oneChange);

/** @param change places are taken modulo the text's length */
export function changesWith(
  change: fc.Arbitrary<{ start: number; length: number; text: string }>,
): fc.Arbitrary<MakeChanges> {
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((asked) => (text, end) => {
    let lines = text.split(end);
    return asked.map(({ start, length, text: added }) => {
      const whole = lines.join('\n');
      const from = start % (whole.length + 1);
      const to = Math.min(whole.length, from + length);
      lines = `${whole.slice(0, from)}${added}${whole.slice(to)}`.split('\n');
      return { from: placeOf(whole, from), to: placeOf(whole, to), text: added };
    });
  });
}

/** The text after changes, worked out over the whole of it. */
export function changedBy(text: string, end: string, changes: readonly TextChange[]): string {
  let whole = text.split(end).join('\n');
  for (const { from, to, text: added } of changes)
    whole = `${whole.slice(0, offsetOf(whole, from))}${added}${whole.slice(offsetOf(whole, to))}`;
  return whole.replaceAll('\n', end);
}

/** Lines of a text with their ends. */
export function inLines(text: string, end: string, from: number, to: number): string {
  const lines = text.split(end);
  return lines
    .slice(from, to)
    .map((line, n) => (from + n + 1 < lines.length ? line + end : line))
    .join('');
}

function placeOf(text: string, offset: number): TextChange['from'] {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetOf(text: string, { line, character: at }: TextChange['from']): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + at;
}
