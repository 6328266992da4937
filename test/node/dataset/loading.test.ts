import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isObject, type JsonObject, type JsonValue } from '../../../src/core/dataset/json/json-value.ts';
import { lintBytes } from '../../../src/core/dataset/linter.ts';
import { LoadModel, type LoadedFile } from '../../../src/core/dataset/loading/load-model.ts';
import { floatText } from '../../../src/core/dataset/loading/float-text.ts';
import type { LoadedType } from '../../../src/core/dataset/loading/loaded-type.ts';
import { loadWithDatasets } from '../../kit/dataset/load-with-datasets.ts';
import { rowOf } from '../../kit/dataset/row-of.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined) console.log('skipped: what datasets loads (TUNING_FORK_TEST_PYTHON is not set)');

/** Lines, or the elements of an array, as the linter would hand them over. */
function modelled(texts: readonly string[], isArray: boolean): LoadedFile | null {
  const model = new LoadModel();
  let offset = 0;
  for (const [n, text] of texts.entries()) {
    if (text.trim() === '') model.blankLine(n + 1, offset);
    else model.add(rowOf(text, n + 1, offset, isArray));
    offset += Buffer.byteLength(text) + 1;
  }
  return model.end();
}

function plain(type: LoadedType): JsonValue {
  if (type.kind === 'list') return { kind: 'list', item: plain(type.item) };
  if (type.kind !== 'struct') return { kind: type.kind };
  const fields = [...type.fields].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { kind: 'struct', fields: Object.fromEntries(fields.map(([key, field]) => [key, plain(field)])) };
}

const leaf = fc.constantFrom(
  'null',
  'true',
  '"a"',
  '"b c"',
  '"2024-05-01"',
  '"2024-05-01T10:00:00Z"',
  '"42"',
  '"{\\"a\\": 1}"',
  '""',
  '1',
  '2',
  '0.5',
  '0.7',
  '1.0',
  '1e3',
  '-3',
  '9223372036854775808',
  '18446744073709551616',
  '18446744073709551616.0',
  '[]',
  '{}',
);
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('value'), { maxLength: 3 })
        .map((items) => `[${items.filter((item) => item !== 'null').join(', ')}]`),
    },
    {
      weight: 2,
      arbitrary: fc
        .uniqueArray(fc.tuple(fc.constantFrom('role', 'content', 'name'), tie('value')), {
          maxLength: 3,
          selector: ([key]) => key,
        })
        .map((entries) => `{${entries.map(([key, each]) => `"${key}": ${each}`).join(', ')}}`),
    },
  ),
}));
const row = fc
  .tuple(fc.constantFrom('text', 'tools'), value, value)
  .map(([column, a, b]) => `{"messages": ${a}, "${column}": ${b}}`);
/** Rows that are alike, with a few odd ones: what files look like. */
const rows = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }))
  .chain(([kinds, picks]) => fc.constant(picks.map((n) => (n === 9 ? '' : (kinds[n % kinds.length] ?? '')))));

const withArrays = fc.tuple(rows, fc.boolean());

describe.skipIf(python === undefined)('what datasets makes of a file', () => {
  const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);

  test(
    `generated files get the types that the model says, or stop where it says, seed ${seed}`,
    { timeout: 240_000 },
    () => {
      const samples = fc
        .sample(withArrays, { numRuns: 150, seed })
        .map(([texts, isArray]) => ({
          texts: isArray ? texts.filter((text) => text !== '') : texts,
          isArray,
        }))
        .filter(({ texts }) => texts.some((text) => text !== ''));
      const answers = loadWithDatasets(
        python ?? '',
        samples.map(({ texts, isArray }) => {
          return { text: isArray ? `[${texts.join(',\n')}]` : `${texts.join('\n')}\n`, isArray };
        }),
      );
      const differing: string[] = [];
      for (const [n, { texts, isArray }] of samples.entries()) {
        const answer = answers[n];
        const loaded = modelled(texts, isArray);
        const actual = answer === undefined || 'error' in answer ? 'stops' : answer.type;
        const expected = loaded === null || loaded.stoppedAt !== null ? 'stops' : plain(loaded.type);
        if (!isDeepStrictEqual(actual, expected))
          differing.push(JSON.stringify({ texts, isArray, expected, answer }));
      }
      expect(differing.slice(0, 3)).toEqual([]);
    },
  );

  test(
    `generated conversations differ from their file where a rule says so, and nowhere else, seed ${seed}`,
    { timeout: 240_000 },
    () => {
      const samples = fc.sample(conversations, { numRuns: 150, seed });
      const files = samples.map((texts) => ({ text: `${texts.join('\n')}\n`, isArray: false }));
      const answers = loadWithDatasets(python ?? '', files);
      const differing: string[] = [];
      for (const [n, texts] of samples.entries()) {
        const answer = answers[n];
        const actual = answer === undefined || 'error' in answer ? ['stops'] : changesOf(texts, answer.rows);
        const expected = changesNamed(texts);
        if (!isDeepStrictEqual(actual, expected))
          differing.push(JSON.stringify({ texts, actual, expected, answer }));
      }
      expect(differing.slice(0, 3)).toEqual([]);
    },
  );
});

const digits = fc.integer({ min: 1, max: 26 }).chain((length) =>
  fc.oneof(
    fc.constantFrom(
      '18446744073709551615',
      '18446744073709551616',
      '9223372036854775808',
      '9223372036854775809',
    ),
    fc.integer({ min: 1, max: 9 }).map((first) => `${first}${'0'.repeat(length)}`),
    fc
      .array(fc.nat(9), { minLength: length, maxLength: length })
      .map((all) => all.join('').replace(/^0+(?=.)/, '')),
  ),
);
/** Floats that are written in many ways, with up to 27 digits before the point. */
const largeFloat = fc
  .tuple(
    fc.constantFrom('', '-'),
    digits,
    fc.constantFrom('.0', '.5', '.25', '.00000000000000000001', 'e0', 'E2', '.0e3', '.75e-2'),
  )
  .map((parts) => parts.join(''));
const largeCalls = fc.array(
  fc.tuple(fc.constantFrom('a', 'b'), largeFloat).map(([key, value]) => {
    const call = `{"function": {"name": "f", "arguments": {"${key}": ${value}}}}`;
    return `{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "x", "tool_calls": [${call}]}]}`;
  }),
  { minLength: 1, maxLength: 3 },
);

describe.skipIf(python === undefined)('large floats', () => {
  const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
  const numRuns = Number(process.env['TF_COUNT'] ?? 60);

  test(
    `stop a load, merge calls or change where a rule says so, and become what it says, seed ${seed}`,
    { timeout: 600_000 },
    () => {
      const samples = fc.sample(fc.tuple(largeCalls, fc.boolean()), { numRuns, seed });
      const files = samples.map(([texts, isArray]) => ({
        text: isArray ? `[${texts.join(',\n')}]` : `${texts.join('\n')}\n`,
        isArray,
      }));
      const answers = loadWithDatasets(python ?? '', files);
      const differing: string[] = [];
      for (const [n, [texts, isArray]] of samples.entries()) {
        const answer = answers[n];
        const actual = answer === undefined || 'error' in answer ? ['stops'] : changesOf(texts, answer.rows);
        const expected = changesNamed(texts, isArray);
        const isTold =
          answer === undefined || 'error' in answer || tellsWhatBecomes(files[n]?.text ?? '', answer.rows);
        if (!isDeepStrictEqual(actual, expected) || !isTold)
          differing.push(JSON.stringify({ texts, isArray, actual, expected, answer }));
      }
      expect(differing.slice(0, 3)).toEqual([]);
    },
  );
});

/** Whether all numbers that findings show as the result stand in the rows. */
function tellsWhatBecomes(text: string, rows: readonly JsonObject[]): boolean {
  const { findings } = lintBytes(Buffer.from(text), { path: '', only: ['rewritten-number'] });
  return findings.every(({ message, row: number, pointer }) => {
    const steps = (pointer ?? '').slice(1).split('/');
    const value = steps.reduce<unknown>(
      (at, step) => (at as Record<string, unknown>)[step],
      rows[number - 1],
    );
    return (value === null ? 'None' : floatText(Number(value))) === message.args?.['becomes'];
  });
}

const content = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('"a"', '"2024-05-01"', '"Hi there"', 'null') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '"42"',
      '" [1, 2] "',
      '"{\\"x\\": 0.1}"',
      '"null"',
      '"-"',
      '"1."',
      '"[1, 2] x"',
      '"{x}"',
    ),
  },
  { weight: 1, arbitrary: fc.constant('[{"type": "text", "text": "b"}]') },
);
const number = fc.oneof(
  fc.constantFrom(
    '0.7',
    '1e-12',
    '0.5',
    '3',
    '123456789.987654321',
    '2.5e-3',
    '1e22',
    '-0.1',
    '0.10',
    '1E-5',
    '7.0',
    '1e20',
    '18446744073709551616.0',
    '-100000000000000000000.5',
    '30000000000000000000.0',
  ),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
    .map((value) => JSON.stringify(value)),
);
const callArguments = fc.oneof(
  { weight: 3, arbitrary: number.map((a) => `{"a": ${a}}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"a": 1.5, "date": "2024-05-01"}',
      '{"date": "2024-06-01T10:00:00Z"}',
      '{"date": "soon"}',
    ),
  },
);
const turns = fc
  .tuple(content, content, callArguments, fc.boolean())
  .map(([asked, answered, given, areAlike]) => {
    const user = `{"role": "user", "content": ${asked}${areAlike ? ', "tool_calls": null' : ''}}`;
    const call = `{"function": {"name": "f", "arguments": ${given}}}`;
    return `{"messages": [${user}, {"role": "assistant", "content": ${answered}, "tool_calls": [${call}]}]}`;
  });
/** Files of a few rows: mostly all turns alike, so that their values are looked at one by one. */
const conversations = fc
  .tuple(fc.array(turns, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 9 }), fc.boolean())
  .map(([texts, blank, areAlike]) => {
    const alike = areAlike
      ? texts.map((text) =>
          text.replace(/(?<!null)\}, \{"role": "assistant"/, ', "tool_calls": null}, {"role": "assistant"'),
        )
      : texts;
    return blank < alike.length - 1 ? alike.toSpliced(blank, 0, '') : alike;
  });

/** What became other than it is in the file, as `row pointer kind`; keys with null are looked for below the turns alone. */
function changesOf(texts: readonly string[], loaded: readonly JsonObject[]): string[] {
  const changes = new Set<string>();
  const numbers = texts.flatMap((text, n) => (text === '' ? [] : [n]));
  for (const [n, row] of loaded.entries()) {
    const number = numbers[n] ?? 0;
    const written = JSON.parse(texts[number] ?? '') as JsonObject;
    compare(written, row, [], (path, kind) =>
      changes.add(kind === 'number' || kind === 'text' ? `${number + 1} /${path.join('/')} ${kind}` : kind),
    );
  }
  return [...changes].toSorted();
}

function compare(
  written: JsonValue,
  loaded: JsonValue,
  path: readonly string[],
  report: (path: readonly string[], kind: string) => void,
): void {
  if (Array.isArray(written) && Array.isArray(loaded)) {
    for (const [n, item] of written.entries()) compare(item, loaded[n] ?? null, [...path, String(n)], report);
  } else if (isObject(written) && isObject(loaded)) {
    if (path.length > 2 && Object.keys(loaded).some((key) => !Object.hasOwn(written, key)))
      report(path, 'padded');
    for (const key of Object.keys(written))
      compare(written[key] ?? null, loaded[key] ?? null, [...path, key], report);
  } else if (typeof loaded === 'string' && loaded.startsWith('datetime.')) {
    report(path, `date ${path.map((step) => (/^[0-9]+$/.test(step) ? '[]' : step)).join('.')}`);
  } else if (!isDeepStrictEqual(written, loaded))
    report(path, typeof written === 'number' ? 'number' : 'text');
}

/** The same as the rules say it. */
function changesNamed(texts: readonly string[], isArray = false): string[] {
  const only = ['unread-line', 'rewritten-number', 'text-read-as-json', 'date-column'];
  const text = isArray ? `[${texts.join(',\n')}]` : `${texts.join('\n')}\n`;
  const { findings } = lintBytes(Buffer.from(text), { path: '', only });
  if (findings.some(({ message }) => message.id.endsWith('.stops'))) return ['stops'];
  const changes = findings.map(({ rule, row: number, pointer }) => {
    if (rule === 'unread-line') return 'padded';
    if (rule === 'date-column')
      return `date ${(pointer ?? '')
        .slice(1)
        .split('/')
        .map((step) => (/^[0-9]+$/.test(step) ? '[]' : step))
        .join('.')}`;
    return `${number} ${pointer} ${rule === 'rewritten-number' ? 'number' : 'text'}`;
  });
  return [...new Set(changes)].toSorted();
}
