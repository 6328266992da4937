import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/core/dataset/json-value.ts';
import { LoadModel, type LoadedFile } from '../../../src/core/dataset/loading/load-model.ts';
import type { LoadedType } from '../../../src/core/dataset/loading/loaded-type.ts';
import { rowOf } from '../../kit/dataset/row-of.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined) console.log('skipped: what datasets loads (TUNING_FORK_TEST_PYTHON is not set)');

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-loading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer =
  | { readonly type: unknown; readonly rows: readonly JsonObject[] }
  | { readonly error: readonly [string, string] };

/** What datasets makes of files by their names. */
function load(files: ReadonlyMap<string, string>): Record<string, Answer> {
  const own = path.join(folder, String(Math.random()));
  mkdirSync(own);
  for (const [name, text] of files) writeFileSync(path.join(own, name), text);
  const script = path.resolve('test/kit/python/load_with_datasets.py');
  const answer = execFileSync(python ?? '', [script, own], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(answer.replaceAll(/\bNaN\b/g, 'null')) as Record<string, Answer>;
}

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
  ...[
    'null',
    'true',
    '"a"',
    '"b c"',
    '"2024-05-01"',
    '"2024-05-01T10:00:00Z"',
    '"42"',
    '"{\\"a\\": 1}"',
    '""',
  ],
  ...['1', '2', '0.5', '0.7', '1.0', '1e3', '-3', '9223372036854775808', '18446744073709551616', '[]', '{}'],
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
      const name = (n: number) => `${String(n).padStart(4, '0')}.json`;
      const files = samples.map(({ texts, isArray }, n) => {
        return [name(n), isArray ? `[${texts.join(',\n')}]` : `${texts.join('\n')}\n`] as const;
      });
      const answers = load(new Map(files));
      const differing: string[] = [];
      for (const [n, { texts, isArray }] of samples.entries()) {
        const answer = answers[name(n)];
        const loaded = modelled(texts, isArray);
        const actual = answer === undefined || 'error' in answer ? 'stops' : answer.type;
        const expected = loaded === null || loaded.stoppedAt !== null ? 'stops' : plain(loaded.type);
        if (!isDeepStrictEqual(actual, expected))
          differing.push(JSON.stringify({ texts, isArray, expected, answer }));
      }
      expect(differing.slice(0, 3)).toEqual([]);
    },
  );
});
