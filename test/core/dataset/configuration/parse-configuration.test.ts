import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configurationMessages } from '../../../../src/core/dataset/configuration/messages.ts';
import { parseConfiguration } from '../../../../src/core/dataset/configuration/parse-configuration.ts';
import { addSentences } from '../../../../src/core/text/catalogue.ts';
import { formatMessage } from '../../../../src/core/text/format-message.ts';

addSentences(configurationMessages);

const DIGEST = '0123456789abcdef0123456789abcdef';

/** Each fault as the text that it stands at, and its sentence. */
function faultsOf(source: string): string[] {
  return parseConfiguration(source).faults.map(({ message, span }) => {
    const at = Buffer.from(source).subarray(span.start, span.end).toString();
    return `${span.line}:${span.column} ${at}: ${formatMessage(message, 'en')}`;
  });
}

describe('tuning-fork.yaml', () => {
  test('sets severities and says what is known, with comments and all', () => {
    const { rules, ignores, faults } = parseConfiguration(`# ours
rules:
  blank-line: off # they come from a tool
  echo: "info"
ignore:
  - files: archive/**
  - files: data/*.jsonl
    rules: [near-duplicate, echo]
    reason: Meant.
  - { files: train.jsonl, rules: secret, row: "${DIGEST}", number: 17, reason: No key. }
`);
    expect(faults).toEqual([]);
    expect(rules).toEqual({ 'blank-line': 'off', echo: 'info' });
    expect(ignores).toEqual([
      { files: 'archive/**', rules: null, row: null, number: null, reason: '' },
      { files: 'data/*.jsonl', rules: ['near-duplicate', 'echo'], row: null, number: null, reason: 'Meant.' },
      { files: 'train.jsonl', rules: ['secret'], row: DIGEST, number: 17, reason: 'No key.' },
    ]);
  });

  test.each(['', '# nothing\n', 'rules:\nignore:\n', '\ufeffrules: {}\n'])('may be empty: %j', (source) => {
    expect(parseConfiguration(source)).toMatchObject({ rules: {}, ignores: [], faults: [] });
  });

  test.each([
    ['rules: [', /^1:9 : This is no YAML \(.+\), so nothing of the file counts/],
    ['- a', /^1:1 - a: The file is no mapping/],
    ['rule: {}', /^1:1 rule: The key "rule" means nothing here .+ Use one of: rules, ignore\./],
    ['rules: off', /^1:8 off: "rules" maps rule ids to severities/],
    [
      'rules:\n  blank-lines: off',
      /^2:3 blank-lines: There is no rule named blank-lines.+ Write blank-line /,
    ],
    ['rules:\n  x-y-z: off', /^2:3 x-y-z: There is no rule named x-y-z.+ lists them/],
    ['rules: {echo: loud}', /^1:15 loud: loud is no severity, so echo keeps its own/],
    ['rules: {echo: }', /^1:9 echo: null is no severity/],
    ['ignore: {}', /^1:9 \{\}: "ignore" is a list of entries/],
    ['ignore: [a]', /^1:10 a: An entry says which files/],
    ['ignore: [{rules: echo}]', /^1:10 \{rules: echo\}: The entry does not say which files/],
    ['ignore: [{files: 3}]', /^1:18 3: This names no files/],
    ['ignore: [{file: a}]', /^1:11 file: The key "file" means nothing here/],
    ['ignore: [{files: a, rules: [echo, ecko]}]', /^1:35 ecko: There is no rule named ecko.+Write echo/],
    ['ignore: [{files: a, rules: {}}]', /^1:28 \{\}: \{\} is no rule and no list/],
    ['ignore: [{files: a, row: 12}]', /^1:26 12: 12 is no digest of a row/],
    [`ignore: [{files: a, row: ${DIGEST}}]`, /^1:10 .+: An entry for one row needs a reason/],
    ['ignore: [{files: a, number: 0}]', /^1:29 0: 0 is no row number/],
    ['ignore: [{files: a, reason: " "}]', /^1:29 " ": The reason says nothing/],
    ['# 한글 😀\nrules: {에코: off}', /^2:9 에코: There is no rule named 에코/],
  ])('says where it is wrong: %s', (source, fault) => {
    expect(faultsOf(source)).toEqual([expect.stringMatching(fault)]);
  });

  test('counts as far as it can be read', () => {
    const { rules, ignores, faults } = parseConfiguration(
      'rules:\n  echo: loud\n  blank-line: off\nignore:\n  - files: 3\n  - files: a\n',
    );
    expect([rules, ignores.map(({ files }) => files), faults.length]).toEqual([
      { 'blank-line': 'off' },
      ['a'],
      2,
    ]);
  });

  test('never throws, whatever it holds', () => {
    const piece = fc.constantFrom(
      'rules',
      ':',
      ' ',
      '\n',
      '- ',
      'ignore',
      'files',
      '{',
      '}',
      '[',
      '&a',
      '*a',
      '"',
      '!!x',
      '<<',
      '?',
      '1',
      'off',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { span } of parseConfiguration(pieces.join('')).faults) {
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
    );
  });
});
