import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markup } from '../../../../src/core/dataset/report/html/markup.ts';

test('text is escaped for content and attributes, markup stays, null is nothing, numbers have separators', () => {
  const inner = markup`<b title="${'"\'<'}">${'a < b & c'}</b>`;
  expect(markup`<p>${inner}${[inner]}${null}${1234567}</p>`.html).toBe(
    `<p>${'<b title="&quot;&#39;&lt;">a &lt; b &amp; c</b>'.repeat(2)}1,234,567</p>`,
  );
});

test('no text has a character left that HTML reads as more than text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(/[<>"'\0]|&(?!(?:amp|lt|gt|quot|#39);)/.test(markup`${text}`.html)).toBe(false);
    }),
  );
});

test('characters that HTML or UTF-8 does not have are replaced', () => {
  expect(markup`${'a\0b\ud800c\x1b\uffff\n\td'}`.html).toBe('a\ufffdb\ufffdc\ufffd\ufffd\n\td');
});
