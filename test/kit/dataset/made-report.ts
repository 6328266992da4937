import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { datasetReport, type DatasetReport } from '../../../src/core/dataset/report/dataset-report.ts';

/** A report of test/fixtures/report. */
export function madeReport(name: string): DatasetReport {
  const file = path.resolve(import.meta.dirname, '../../fixtures/report', name);
  return v.parse(datasetReport, JSON.parse(readFileSync(file, 'utf8')));
}
