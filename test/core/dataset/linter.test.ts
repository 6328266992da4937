import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LintOptions } from '../../../src/core/dataset/lint-options.ts';
import { Linter, lintBytes, lintStream } from '../../../src/core/dataset/linter.ts';
import { ruleFixtures } from './fixture-files.ts';

const samples = ruleFixtures().map(({ file }) => new Uint8Array(readFileSync(file)));
const utf8 = new TextEncoder();
const lint = (bytes: Uint8Array) => lintBytes(bytes, { path: 'f', summaries: true });

/** Bytes with some of them replaced, left out or said twice. */
function mutate(bytes: Uint8Array, edits: readonly (readonly [number, number, number])[]): Uint8Array {
  const mutated = [...bytes];
  for (const [place, kind, byte] of edits) {
    const at = place % (mutated.length + 1);
    if (kind === 0) mutated.splice(at, 1);
    else if (kind === 1) mutated.splice(at, 0, byte);
    else if (kind === 2) mutated[at] = byte;
    else mutated.splice(at, 0, ...mutated.slice(at, at + byte));
  }
  return new Uint8Array(mutated);
}

const edit = fc.tuple(
  fc.nat(100_000),
  fc.nat(3),
  fc.oneof(fc.nat(255), fc.constantFrom(...utf8.encode('[]{}",:\\\n\r \ud7ff'))),
);
const mutant = fc
  .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 12 }))
  .map(([bytes, edits]) => mutate(bytes, edits));

describe('the linter', () => {
  test('says the same of any bytes however they are cut into chunks, and each place lies in the file', () => {
    fc.assert(
      fc.property(mutant, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (bytes, sizes) => {
        const whole = lint(bytes);
        const linter = new Linter({ path: 'f', summaries: true });
        for (let at = 0, n = 0; at < bytes.length; n++) {
          const size = sizes[n % sizes.length] ?? 1;
          linter.push(bytes.slice(at, at + size));
          at += size;
        }
        expect(linter.end()).toEqual(whole);
        for (const { start = 0, end = 0 } of whole.findings) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('orders findings by row, start and rule', () => {
    fc.assert(
      fc.property(mutant, (bytes) => {
        const keys = lint(bytes).findings.map(({ row, start = 0, rule }) => [row, start, rule] as const);
        const sorted = keys.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
        expect(keys).toEqual(sorted);
      }),
      { numRuns: 50 },
    );
  });

  test('reads a stream', async () => {
    async function* chunks() {
      yield utf8.encode('{"text": "a"}\n{"te');
      yield utf8.encode('xt": "a"}');
    }
    expect((await lintStream(chunks(), { path: 'f' })).counts).toEqual({ 'exact-duplicate': 1 });
  });

  test('counts broken rows and leaves blank lines out', () => {
    expect(lint(utf8.encode('{"text": "a"}\n\n{"text"\n[]\n')).rows).toBe(3);
  });

  test('finds no row in an empty file', () => {
    const rules = { 'empty-file': 'off' } as const;
    expect(lintBytes(new Uint8Array(), { path: 'f', rules, summaries: true })).toEqual({
      path: 'f',
      format: 'unknown',
      rows: 0,
      bytes: 0,
      findings: [],
      counts: {},
      summaries: [],
    });
  });

  const isNamedEmpty = (text: string) => {
    const { findings } = lintBytes(utf8.encode(text), { path: '' });
    return findings.filter(({ rule, row }) => rule === 'empty-file' && row === 0).length === 1;
  };

  test.each(['', '\ufeff', '\n \n', '[]', ' [ ]\n'])('names a file without a row: %j', (text) => {
    expect(isNamedEmpty(text)).toBe(true);
  });

  test.each(['{}', '1', '[', '[1]', '\n{'])(
    'names no file with a row, or what may have been one: %j',
    (text) => {
      expect(isNamedEmpty(text)).toBe(false);
    },
  );

  test('is milder where a rule says so, unless a setting says how grave it is', () => {
    const row = '{"messages": [{"role": "user", "content": "Hi"}], "chosen": "a", "rejected": "b"}';
    const said = (rules: LintOptions['rules']) =>
      lintBytes(utf8.encode(row), { path: '', only: ['no-assistant'], rules }).findings[0]?.severity;
    expect(said({})).toBe('warning');
    expect(said({ 'no-assistant': 'error' })).toBe('error');
    expect(said({ 'no-assistant': 'info' })).toBe('info');
    expect(said({ 'no-assistant': 'off' })).toBeUndefined();
  });

  test('runs no rule that is off, gives others the severity that is set, and runs the only ones named', () => {
    const bytes = utf8.encode('{"text": ""}\n\n{"text": ""}\n');
    const rules = { 'blank-line': 'error', 'empty-content': 'off' } as const;
    const found = lintBytes(bytes, { path: '', rules }).findings.map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
    expect(found).toEqual(['blank-line error', 'exact-duplicate warning']);
    expect(lintBytes(bytes, { path: '', only: ['blank-line'] }).counts).toEqual({ 'blank-line': 1 });
  });

  test('sums up rows: number of turns, line, worst severity', () => {
    const turn = '{"role": "user", "content": ""}';
    const text = `[\n{"messages": [${turn}, ${turn}]},\n{"text": "a"},\n{"prompt": [${turn}], "completion": []}]`;
    expect(lint(utf8.encode(text)).summaries).toEqual([
      { row: 1, line: 2, turns: 2, worst: 'error' },
      { row: 2, line: 3, turns: null, worst: 'error' },
      { row: 3, line: 4, turns: 1, worst: 'error' },
    ]);
  });

  test('lets no row of unknown format outvote one that is known, unless there are five', () => {
    const format = (unknown: number) =>
      lint(utf8.encode(`{"text": "a"}\n${'{"x": 1}\n'.repeat(unknown)}`)).format;
    expect([format(4), format(5)]).toEqual(['text', 'unknown']);
  });
});
