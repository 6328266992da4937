import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditedText } from '../../../../src/core/dataset/open-text/edited-text.ts';
import { anyChanges, anyText, changedBy, inLines } from './text-changes.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

test('lines follow any changes, and are one stretch that tells how many bytes it has grown', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('\n', '\r\n'), anyChanges, (text, end, makeChanges) => {
      const before = text.replaceAll('\n', end);
      const changes = makeChanges(before, end);
      const after = changedBy(before, end, changes);
      const edited = new EditedText(before, end);
      const changed = edited.change(changes);
      const count = after.split(end).length;
      expect(edited.between(0, count)).toBe(after);
      expect([...edited.blocks(7)].join('')).toBe(after);
      expect(changed.bytes).toBe(bytes(after) - bytes(before));
      const [kept, lines] = [changed.from, before.split(end)];
      expect(after.split(end).slice(0, kept)).toEqual(lines.slice(0, kept));
      expect(changed.removed).toEqual(lines.slice(kept, kept + changed.removed.length));
      expect(after.split(end).slice(kept + changed.added)).toEqual(
        lines.slice(kept + changed.removed.length),
      );
      expect(edited.bytesBefore(kept)).toBe(bytes(inLines(after, end, 0, kept)));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a line above another', 'a\nb\nc', '1\n', 1, { from: 1, removed: [], added: 1, bytes: 2 }],
  ['a line at the end', 'a\n', 'b\n', 1, { from: 1, removed: [], added: 1, bytes: 2 }],
  // The last line was no line of the file, and is a blank one now.
  ['an end after the end', 'a\n', '\n', 1, { from: 1, removed: [], added: 1, bytes: 1 }],
  ['nothing', 'a\nb', '', 1, { from: 1, removed: [], added: 0, bytes: 0 }],
])('what is put in and changes no other line is the stretch: %s', (_, text, added, line, changed) => {
  const at = { line, character: 0 };
  expect(new EditedText(text, '\n').change([{ from: at, to: at, text: added }])).toEqual(changed);
});

test('several cursors change one stretch, whatever the order of their changes', () => {
  const edited = new EditedText('a\nb\nc\nd\ne', '\n');
  const at = (line: number, text: string) => ({
    from: { line, character: 0 },
    to: { line, character: 0 },
    text,
  });
  const changed = edited.change([at(3, '1\n'), at(1, '2\n')]);
  expect(edited.between(0, 7)).toBe('a\n2\nb\nc\n1\nd\ne');
  expect(changed).toMatchObject({ from: 1, removed: ['b', 'c'], added: 4, bytes: 4 });
});

test('line ends of what is put in become those of the text', () => {
  const edited = new EditedText('a\r\nb', '\r\n');
  edited.change([{ from: { line: 0, character: 1 }, to: { line: 1, character: 0 }, text: '\n\r' }]);
  expect(edited.between(0, 3)).toBe('a\r\n\r\nb');
});
