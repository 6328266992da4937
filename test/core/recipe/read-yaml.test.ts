import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/core/recipe/read-yaml.ts';
import type { YamlNode } from '../../../src/core/recipe/yaml-node.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];

/** Reads texts with PyYAML and answers with the typed values, or null where it refuses a text. */
const oracle = `
import json, sys, yaml, datetime
def typed(v):
    if v is None: return ["null"]
    if isinstance(v, bool): return ["bool", v]
    if isinstance(v, int): return ["int", repr(float(v))] if abs(v) < 10**300 else ["int", "huge"]
    if isinstance(v, float): return ["float", repr(v)]
    if isinstance(v, str): return ["str", v]
    if isinstance(v, (datetime.date, datetime.datetime)): return ["date"]
    if isinstance(v, list): return ["list", [typed(x) for x in v]]
    if isinstance(v, dict): return ["map", [[name(k), typed(x)] for k, x in v.items()]]
    return ["other", str(type(v))]
def name(k):
    if isinstance(k, float) or (isinstance(k, int) and not isinstance(k, bool)): return "number"
    if isinstance(k, datetime.date): return "date"
    return str(k)
out = []
for text in json.load(sys.stdin):
    try: out.append(typed(yaml.safe_load(text)))
    except Exception as error: out.append(None)
json.dump(out, sys.stdout)
`;

function typed(node: YamlNode): unknown {
  if (node.kind === 'null') return ['null'];
  if (node.kind === 'int' || node.kind === 'float') return [node.kind, pythonFloat(node.value)];
  if (node.kind === 'date') return ['date'];
  if (node.kind === 'list') return ['list', node.items.map(typed)];
  if (node.kind === 'map') {
    const entries = new Map(
      node.entries.map((entry) => {
        const number = entry.key.kind === 'int' || entry.key.kind === 'float';
        const name = number ? 'number' : entry.key.kind === 'date' ? 'date' : entry.name;
        return [entry.key.kind + entry.name, [name, typed(entry.value)]];
      }),
    );
    return ['map', [...entries.values()]];
  }
  return [node.kind, node.value];
}

function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return String(value);
}

function sameNumbers(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [kind, text] = value as [unknown, unknown];
  if ((kind === 'int' || kind === 'float') && typeof text === 'string') {
    const number = text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text);
    return [kind, pythonFloat(number + 0)];
  }
  return value.map(sameNumbers);
}

function askPyYaml(texts: readonly string[]): unknown[] {
  const answer = spawnSync(python ?? '', ['-I', '-c', oracle], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (answer.status !== 0) throw new Error(answer.stderr);
  return JSON.parse(answer.stdout) as unknown[];
}

const traps = [
  '2e-5',
  '2.0e-5',
  '1e5',
  '1.e+3',
  '1.5E+3',
  '.5',
  '.5e-3',
  '-.5',
  '+1',
  '-0',
  '0010',
  '0o10',
  '08',
  '0x1F',
  '0b101',
  '1_000',
  '1_0.0_1',
  '1:02',
  '1:02:03',
  '-1:30',
  '1:60',
  '190:20:30.15',
  'yes',
  'no',
  'On',
  'off',
  'OFF',
  'y',
  'n',
  'true',
  'TRUE',
  'tRue',
  '~',
  'null',
  'Null',
  'None',
  'none',
  '.inf',
  '-.INF',
  '.nan',
  '.NaN',
  'inf',
  'nan',
  '2024-01-02',
  '2024-1-2',
  '2024-13-01',
  '2024-02-30',
  '2024-01-02 03:04:05',
  '2024-01-02T03:04:05Z',
  '=',
  '<<',
  '-',
  '"2e-5"',
  "'no'",
  '"\\t"',
  '"C:\\\\new"',
  'all-linear',
  'train[:90%]',
  'a b',
  'a#b',
  'a #b',
  'ns/name',
  '!!str 12',
  '!!int "3"',
  '!!float 3',
  '!!python/name:os.system x',
  '!foo x',
  '',
  '[1, 2e-5, yes]',
  '{a: 1, b: [x]}',
  '[',
  '{a: 1',
  '"x',
  '@x',
  '`x',
  '%x',
  '&a 1',
  '*a',
  '|\n    two\n    lines',
  '>\n    one\n    line',
  '1.0.0',
  '12e03',
  '0.1.2',
  '+.inf',
  '1__0',
  '0x_',
  '0b_',
  '123456789012345678901234567890',
];

const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...traps) },
  { weight: 3, arbitrary: fc.stringMatching(/^[-+]?[0-9._:eExXob]{1,9}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-zA-Z가-힣/._ -]{1,12}$/) },
);
const key = fc.constantFrom(
  'learning_rate',
  'max_length',
  'on',
  '12',
  'env',
  'report_to',
  'a b',
  '"q"',
  '1.5',
);
const mapping = fc
  .array(fc.tuple(key, scalar), { minLength: 1, maxLength: 4 })
  .map((entries) => entries.map(([name, value]) => `${name}: ${value}`).join('\n'));
const list = fc
  .array(scalar, { minLength: 1, maxLength: 3 })
  .map((items) => `datasets:\n${items.map((item) => `  - ${item}`).join('\n')}`);
const nested = mapping.map(
  (text) =>
    `env:\n${text
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n')}\nlast: 1`,
);

describe('readYaml', () => {
  it.skipIf(python === undefined)(
    'reads what PyYAML reads, value for value (skipped without TUNING_FORK_TEST_PYTHON)',
    () => {
      const seed = Number(process.env['TF_SEED'] ?? 20260101);
      console.log(`readYaml against PyYAML: seed ${seed}`);
      const random = fc.sample(fc.oneof(mapping, list, nested), { seed, numRuns: 220 });
      const texts = [...traps.map((trap) => `key: ${trap}`), ...random];
      const expected = askPyYaml(texts);
      const differences = texts.flatMap((text, index) => {
        const { root } = readYaml(text);
        const ours = JSON.stringify(sameNumbers(root === null ? null : typed(root)));
        const theirs = JSON.stringify(sameNumbers(expected[index] ?? null));
        return ours === theirs ? [] : [{ text, ours, theirs }];
      });
      expect(differences).toEqual([]);
    },
  );

  it('knows the place of a value and of a fault', () => {
    const { root } = readYaml('a: 1\nlearning_rate: 2e-5\n');
    const entry = root?.kind === 'map' ? root.entries[1] : undefined;
    expect(entry?.key.range).toEqual({ start: 5, end: 18, line: 2, column: 1 });
    expect(entry?.value).toEqual({
      kind: 'str',
      value: '2e-5',
      range: { start: 20, end: 24, line: 2, column: 16 },
    });
    expect(readYaml('a: 1\nb: "x').fault?.range.line).toBe(2);
  });

  it('takes a byte order mark and both line ends, and counts places with them', () => {
    const { root } = readYaml('\ufeffa: 1\r\nb: yes\r\n');
    const entries = root?.kind === 'map' ? root.entries : [];
    expect(entries.map((entry) => [entry.name, entry.key.range.start, entry.value.kind])).toEqual([
      ['a', 1, 'int'],
      ['b', 7, 'bool'],
    ]);
  });

  it('refuses a document that grows by aliases to aliases', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x, x]'
        : `a${level}: &a${level} [${Array(4)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    expect(readYaml(levels.join('\n')).fault?.detail).toContain('more values');
  });
});
