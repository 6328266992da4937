import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConvertRows } from '../../../../../src/core/dataset/prepare/convert/convert-rows.ts';
import {
  conversionTarget,
  type ConversionTarget,
} from '../../../../../src/core/dataset/prepare/convert/example.ts';
import { sourceRows } from '../../../../kit/dataset/source-rows.ts';

function convert(lines: readonly string[], to: ConversionTarget): { lines: string[]; losses: object } {
  const rows = new ConvertRows(to, null);
  const decoder = new TextDecoder();
  const made = sourceRows(lines.map((line) => `${line}\n`).join('')).flatMap((row) => rows.convert(row));
  return { lines: made.map((line) => decoder.decode(line)), losses: Object.fromEntries(rows.count().losses) };
}

const number = fc.constantFrom(
  '0',
  '7',
  '-0',
  '1.0',
  '10.0',
  '0.1000',
  '1e5',
  '1E+2',
  '-2.5e-3',
  '1e400',
  'NaN',
  'Infinity',
  '-Infinity',
  '9007199254740992',
  '12345678901234567890',
  '-123456789012345678901234567890',
);
const key = fc.constantFrom(
  '2',
  '1',
  '0',
  '01',
  'x',
  'name',
  'arguments',
  '__proto__',
  '\u0000number',
  '\u0000',
  '\u00001',
  '"}',
);
const text = fc.constantFrom('', 'a', '{"\u0000number":"5"}', '\\', '"', '😀');
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    text.map((each) => JSON.stringify(each)),
    fc.constantFrom('true', 'null'),
    fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
    object(tie('json')),
  ),
}));
const args = object(json);

/** The text of an object without a space in it. */
function object(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 4 })
    .map((entries) => `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${each}`).join(',')}}`);
}

const said = (given: string): string => `{"name":"f","arguments":${given}}`;
const toolCalls = (given: string): string =>
  `{"messages":[{"role":"assistant","content":null,"tool_calls":[{"type":"function","function":${said(given)}}]}]}`;
const functionCall = (value: string): string =>
  `{"conversations":[{"from":"function_call","value":${JSON.stringify(value)}}]}`;

describe('arguments of tools keep their numbers, keys and the order of these', () => {
  test('from an object into text', () => {
    fc.assert(
      fc.property(args, (given) => {
        const losses = {};
        expect(convert([toolCalls(given)], 'sharegpt')).toEqual({
          lines: [functionCall(said(given))],
          losses,
        });
      }),
    );
  });

  test('from text into text', () => {
    fc.assert(
      fc.property(args, (given) => {
        const { lines } = convert([toolCalls(JSON.stringify(given))], 'sharegpt');
        expect(lines).toEqual([functionCall(said(given))]);
      }),
    );
    const twice = '{"x":1, "x":2}';
    expect(convert([toolCalls(JSON.stringify(twice))], 'sharegpt').lines).toEqual([
      functionCall(said(twice)),
    ]);
  });

  test('from text into an object', () => {
    fc.assert(
      fc.property(args, (given) => {
        expect(convert([functionCall(said(given))], 'messages')).toEqual({
          lines: [toolCalls(given)],
          losses: {},
        });
      }),
    );
  });

  test('but for a key that an object has twice, which is said', () => {
    const twice = '{"x":1,"x":2}';
    const once = '{"x":2}';
    const losses = { 'repeated-keys': 1 };
    expect(convert([functionCall(said(twice))], 'messages')).toEqual({ lines: [toolCalls(once)], losses });
    expect(convert([toolCalls(twice)], 'sharegpt')).toEqual({ lines: [functionCall(said(once))], losses });
  });

  test('where text is no JSON it stays text', () => {
    const { lines } = convert([toolCalls('"x=1"')], 'sharegpt');
    expect(lines).toEqual([functionCall(said('"x=1"'))]);
  });
});

test('no mark of numbers and keys is written, whatever the format and wherever they stand', () => {
  const unmarked = args.filter((given) => !given.includes('u0000'));
  const row = fc.tuple(fc.constantFrom(toolCalls, functionCall), unmarked, unmarked);
  fc.assert(
    fc.property(row, fc.constantFrom(...conversionTarget.options), ([calls, given, rest], to) => {
      const begun = calls(calls === toolCalls ? given : said(given)).slice(0, -1);
      const { lines } = convert([`${begun},"label":1.0,"tools":[${given}],"rest":${rest}}`], to);
      expect(lines.filter((line) => line.includes('u0000'))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: what Python reads of arguments (TUNING_FORK_TEST_PYTHON is not set)');
const COMPARE = `
import json, sys
for line in sys.stdin:
    given, kept, text, parsed = json.loads(line)
    wanted = repr(json.loads(given))
    (turn,) = json.loads(kept)["conversations"]
    (said,) = json.loads(text)["conversations"]
    (call,) = json.loads(parsed)["messages"][0]["tool_calls"]
    found = [json.loads(turn["value"])["arguments"], json.loads(said["value"])["arguments"], call["function"]["arguments"]]
    if any(repr(each) != wanted for each in found):
        print(wanted, found)
`;

test.skipIf(python === undefined)(
  'Python reads the same arguments before and after',
  { timeout: 60_000 },
  () => {
    const given = fc.sample(args, 300);
    const kept = convert(given.map(toolCalls), 'sharegpt').lines;
    const text = convert(
      given.map((each) => toolCalls(JSON.stringify(each))),
      'sharegpt',
    ).lines;
    const parsed = convert(
      given.map((each) => functionCall(said(each))),
      'messages',
    ).lines;
    const input = given.map((each, n) => `${JSON.stringify([each, kept[n], text[n], parsed[n]])}\n`).join('');
    expect(execFileSync(python ?? '', ['-c', COMPARE], { input, encoding: 'utf8' })).toBe('');
  },
);
