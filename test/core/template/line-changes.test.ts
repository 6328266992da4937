import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineChanges } from '../../../src/core/template/line-changes.ts';

describe('the changes of lines', () => {
  test('are what was added and removed between what is the same', () => {
    expect(lineChanges('a\nb\nc\n', 'a\nB\nc\nd')).toEqual([
      { kind: 'same', lines: 1 },
      { kind: 'removed', text: 'b\n' },
      { kind: 'added', text: 'B\n' },
      { kind: 'same', lines: 1 },
      { kind: 'added', text: 'd' },
    ]);
    expect(lineChanges('', 'a')).toEqual([{ kind: 'added', text: 'a' }]);
    expect(lineChanges('a\n', 'a\n')).toEqual([{ kind: 'same', lines: 1 }]);
  });

  test('are not told for texts that have too little in common', () => {
    const many = (letter: string) => Array.from({ length: 500 }, (_, i) => `${letter}${i}\n`).join('');
    expect(lineChanges(many('a'), many('b'))).toBeNull();
  });

  test('make the one text of the other', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'c\n'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const left = [...from];
        const made = (lineChanges(from.join(''), to.join('')) ?? []).flatMap((change) => {
          if (change.kind === 'added') return [change.text];
          const taken = left.splice(0, change.kind === 'same' ? change.lines : 1);
          return change.kind === 'same' ? taken : [];
        });
        expect(made).toEqual(to);
        expect(left).toEqual([]);
      }),
    );
  });
});
