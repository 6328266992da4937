import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addIgnore, type RowIgnore } from '../../../../src/core/dataset/configuration/add-ignore.ts';
import { parseConfiguration } from '../../../../src/core/dataset/configuration/parse-configuration.ts';
import { HumanError } from '../../../../src/core/text/human-error.ts';

const ROW = '0123456789abcdef0123456789abcdef';
const ignore: RowIgnore = { file: 'data/train.jsonl', rule: 'echo', row: ROW, number: 3, reason: 'A quiz.' };
const known = { files: 'data/train.jsonl', rules: ['echo'], row: ROW, number: 3, reason: 'A quiz.' };

function added(source: string, entry: RowIgnore = ignore): string {
  const { start, end, text } = addIgnore(source, entry);
  return source.slice(0, start) + text + source.slice(end);
}

const ENTRY = `  - files: data/train.jsonl
    rules: echo
    row: "${ROW}"
    number: 3
    reason: A quiz.
`;

describe('an entry for a row is added to tuning-fork.yaml', () => {
  test('that is empty, or holds comments alone', () => {
    expect(added('')).toBe(`ignore:\n${ENTRY}`);
    expect(added('# ours')).toBe(`# ours\nignore:\n${ENTRY}`);
  });

  test('behind what is there, and all of it stays as it is', () => {
    const source = '# ours\nrules:\n  blank-line: off # a tool writes them\n';
    expect(added(source)).toBe(`${source}ignore:\n${ENTRY}`);
  });

  test('behind the last entry and its comment, however they are indented', () => {
    const source = 'ignore:\n- files: a # old\n  reason: x  # why\n\n# rules come last\nrules: {echo: off}\n';
    expect(added(source)).toBe(
      `ignore:\n- files: a # old\n  reason: x  # why\n${ENTRY.replaceAll(/^ {2}/gm, '')}\n# rules come last\nrules: {echo: off}\n`,
    );
  });

  test('in a file with the line ends of Windows', () => {
    expect(added('ignore:\r\n  - files: a\r\n')).toBe(
      `ignore:\r\n  - files: a\r\n${ENTRY.replaceAll('\n', '\r\n')}`,
    );
  });

  test('a file at the root is meant alone, not its namesakes', () => {
    expect(added('', { ...ignore, file: 'train.jsonl' })).toContain('files: ./train.jsonl\n');
  });

  test.each([
    'ignore:',
    'ignore: # none yet\nrules: {}\n',
    'ignore: []',
    'ignore: [ ]\n',
    'ignore: [{files: a}]\n',
    'ignore: [{files: a},]\n',
    'ignore: [\n  {files: a}, # old\n  ]\n',
    'ignore: [\n  {files: a} # old\n  ]\n',
    '{}',
    '{rules: {echo: off}}\n',
    '{ignore: []}',
    '{ignore: [{files: a}], rules: {}}\n',
    'ignore:\n  - files: a',
    'ignore:\n  - {files: a}\nrules:\n  echo: off\n',
    '\ufeffignore:\n  - files: a\n',
    '---\nrules: {}\n',
  ])('in %j', (source) => {
    const before = parseConfiguration(source);
    const after = parseConfiguration(added(source));
    expect(after.faults).toEqual([]);
    expect(after.rules).toEqual(before.rules);
    expect(after.ignores).toEqual([...before.ignores, known]);
  });

  test('whatever name the file and words the reason have', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('', 'ignore: []', 'ignore:\n- files: a\n'),
        (name, reason, source) => {
          const file = `data/${name}`;
          const { ignores, faults } = parseConfiguration(added(source, { ...ignore, file, reason }));
          expect(faults).toEqual([]);
          expect(ignores.at(-1)).toEqual({ ...known, files: file, reason });
        },
      ),
    );
  });

  test.each(['a: [', '- a', 'text', 'ignore: 3', 'ignore: {}', '{ignore: 3}'])('but not in %j', (source) => {
    expect(() => added(source)).toThrow(HumanError);
  });
});
