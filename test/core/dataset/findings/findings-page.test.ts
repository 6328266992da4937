import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/dataset/findings/finding.ts';
import { findingsPage } from '../../../../src/core/dataset/findings/findings-page.ts';

function finding(row: number, severity: Finding['severity'] = 'warning'): Finding {
  return { rule: 'empty-content', severity, row, message: { id: 'dataset.empty-content' } };
}

function many(count: number): Finding[] {
  return Array.from({ length: count }, (_, n) => finding(n + 1));
}

describe('a page of findings', () => {
  test('is all of them in their order while they are few', () => {
    const few = [finding(1, 'info'), finding(2, 'error')];
    expect(findingsPage(few, 0)).toEqual({ findings: few, from: 0, total: 2, next: 0 });
  });

  test('has 1,000 at most, and says where the next begins', () => {
    const { findings, next, total } = findingsPage(many(2345), 0);
    expect([findings.length, findings[0]?.row, findings.at(-1)?.row, next, total]).toEqual([
      1000, 1, 1000, 1000, 2345,
    ]);
  });

  test('the last one is followed by the first', () => {
    const { findings, next } = findingsPage(many(2345), 2000);
    expect([findings.length, findings[0]?.row, next]).toEqual([345, 2001, 0]);
  });

  test('the gravest come first', () => {
    const all = [...many(1500), finding(1501, 'error')];
    expect(findingsPage(all, 0).findings[0]?.row).toBe(1501);
  });

  test('a place behind the end is the beginning: findings may have gone', () => {
    expect(findingsPage(many(1200), 3000).from).toBe(0);
  });
});
