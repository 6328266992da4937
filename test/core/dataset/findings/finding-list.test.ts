import { describe, expect, test } from 'vitest';
import { rowDigest } from '../../../../src/core/dataset/configuration/row-digest.ts';
import { countBySeverity, severityByRule } from '../../../../src/core/dataset/findings/finding-counts.ts';
import type { LintOptions } from '../../../../src/core/dataset/lint-options.ts';
import { Linter, lintBytes } from '../../../../src/core/dataset/linter.ts';

const utf8 = new TextEncoder();
const lint = (text: string, options: Omit<LintOptions, 'path'> = {}) =>
  lintBytes(utf8.encode(text), { path: 'f', ...options });

/** Rows with findings of their own and rows that are equal, blank lines between them. */
const rows = `${'{"text": "a "}\n\n1\n'.repeat(20)}{"prompt": "a"}\n`;

describe('a file with more findings than are listed', () => {
  test('lists the first that its rows bring, and counts all', () => {
    const all = lint(rows, { only: ['edge-white-space', 'blank-line', 'not-an-object'] });
    const some = lint(rows, { only: ['edge-white-space', 'blank-line', 'not-an-object'], mostListed: 10 });
    expect(some.findings).toEqual(all.findings.slice(0, 10));
    expect(some.counts).toEqual(all.counts);
    expect(some.unlisted).toEqual([
      { rule: 'blank-line', severity: 'info', count: 17 },
      { rule: 'not-an-object', severity: 'error', count: 17 },
      { rule: 'edge-white-space', severity: 'info', count: 16 },
    ]);
    expect(countBySeverity(some)).toEqual(countBySeverity(all));
  });

  test('lists the first of each rule that compares rows, however many findings the rows have', () => {
    const all = lint(rows);
    const some = lint(rows, { mostListed: 3 });
    for (const rule of ['exact-duplicate', 'missing-column']) {
      const ofRule = all.findings.filter((found) => found.rule === rule);
      expect(ofRule.length).toBeGreaterThan(0);
      expect(some.findings.filter((found) => found.rule === rule)).toEqual(ofRule.slice(0, 3));
    }
    expect(some.counts).toEqual(all.counts);
  });

  test('counts the findings of a rule by how grave they are', () => {
    const row = '{"messages": [{"role": "user", "content": "Hi"}]';
    const some = lint(`${row}}\n${row}, "chosen": "a"}\n${row}, "rejected": "b"}\n`, {
      only: ['no-assistant'],
      mostListed: 0,
    });
    expect(some.unlisted).toEqual([
      { rule: 'no-assistant', severity: 'error', count: 1 },
      { rule: 'no-assistant', severity: 'warning', count: 2 },
    ]);
    expect(severityByRule(some).get('no-assistant')).toBe('error');
  });

  test('always lists what is said of the file as a whole', () => {
    const { findings } = lint(`\ufeff${rows}\r\n`, { mostListed: 0 });
    expect(findings.map(({ rule }) => rule)).toEqual(['byte-order-mark', 'mixed-line-ends']);
  });

  test('lists the same however it is cut into chunks', () => {
    const bytes = utf8.encode(rows);
    for (const size of [1, 7, 40]) {
      const linter = new Linter({ path: 'f', mostListed: 7 });
      for (let at = 0; at < bytes.length; at += size) linter.push(bytes.slice(at, at + size));
      expect(linter.end()).toEqual(lint(rows, { mostListed: 7 }));
    }
  });

  test('says nothing of unlisted findings where all are listed', () => {
    expect(lint(rows)).not.toHaveProperty('unlisted');
    expect(lint(rows, { mostListed: 61 })).not.toHaveProperty('unlisted');
  });

  test('lists fewer where pointers are long, since each repeats the keys above it', () => {
    const row = JSON.stringify({ ['k'.repeat(10_000)]: Array.from({ length: 20 }, () => 'a ') });
    const { findings, counts } = lint(row, { only: ['edge-white-space'], mostListed: 100 });
    expect(findings).toHaveLength(3);
    expect(counts).toEqual({ 'edge-white-space': 20 });
  });

  test('ignores what is not listed by an entry for all of the file, not by one for a row', () => {
    const entry = { entry: 0, rules: ['blank-line'], row: null, reason: 'Meant.', isExact: true };
    const whole = lint(rows, { mostListed: 6, ignores: [entry] });
    expect(whole.counts).not.toHaveProperty('blank-line');
    const [listed, counted] = [whole.ignored ?? [], whole.unlistedIgnored ?? []];
    expect(listed).toHaveLength(2);
    expect(counted).toEqual([{ rule: 'blank-line', count: 18, reason: 'Meant.', entries: [0] }]);

    const row = { ...entry, rules: ['not-an-object'], row: rowDigest(rows, 3) };
    const ofRow = lint(rows, { mostListed: 6, ignores: [row] });
    expect(ofRow.ignored).toHaveLength(2);
    expect(ofRow.counts['not-an-object']).toBe(18);
  });

  test('lists those that are wanted, wherever they are', () => {
    const { findings, counts } = lint(rows, { mostListed: 4, isListed: ({ rule }) => rule === 'blank-line' });
    expect(findings.map(({ row }) => row)).toEqual([2, 5, 8, 11]);
    expect(counts).toEqual(lint(rows).counts);
  });
});
