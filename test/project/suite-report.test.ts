import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readReport, type ReportKind } from '../../scripts/suite-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-report-'));
});
afterEach(() => fs.rm(folder, { recursive: true }));

async function read(kind: ReportKind, content: string) {
  const file = path.join(folder, 'report');
  await fs.writeFile(file, content);
  return readReport(kind, file);
}

describe('readReport', () => {
  test('counts what vitest ran', async () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(await read('vitest', JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  test('counts what pytest ran, errors as failures', async () => {
    const xml =
      '<?xml version="1.0"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1.5">';
    expect(await read('pytest', xml)).toEqual({ passed: 4, failed: 3, skipped: 3 });
  });

  test('counts what Mocha ran in the extension host', async () => {
    const report = { passed: 3, failed: 0, skipped: 1, tests: [] };
    expect(await read('mocha', JSON.stringify(report))).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  test('counts what Playwright ran, a test that passed on a retry as failed', async () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(await read('playwright', JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  test('refuses a report that is missing, broken, or counts nothing', async () => {
    await expect(readReport('vitest', path.join(folder, 'none'))).rejects.toThrow('ENOENT');
    await expect(read('vitest', '{"numPassedTests":')).rejects.toThrow('JSON');
    await expect(read('playwright', '{}')).rejects.toThrow('does not count');
    await expect(read('pytest', '')).rejects.toThrow('does not count');
  });
});
