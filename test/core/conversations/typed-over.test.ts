import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedOver } from '../../../src/core/conversations/typed-over.ts';

test.each([
  ['a\nb', 'a\nbc', 'a\nbc'],
  ['a\r\nb', 'a\nbc', 'a\r\nbc'],
  ['a\r\nb', 'a\n\nb', 'a\r\n\r\nb'],
  ['a\rb\nc', 'a\nb\ncd', 'a\rb\ncd'],
])('the line ends of %j stay, typed over with %j', (before, typed, after) => {
  expect(typedOver(before, typed)).toBe(after);
});

test('what was not typed over is as it was', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '😀')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (before) => {
      expect(typedOver(before, before.replaceAll(/\r\n?/g, '\n'))).toBe(before);
    }),
  );
});
