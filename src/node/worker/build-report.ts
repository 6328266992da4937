import type * as v from 'valibot';
import type { builtReport } from '../../core/dataset/report/built-report.ts';
import type { RowContainer } from '../../core/dataset/reading/row-container.ts';
import { ruleTexts } from '../../core/dataset/rule-texts.ts';
import type { ReportRequest } from '../../core/protocol/worker-contract.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { reportFile, type ReportOptions } from '../dataset/report-file.ts';

/** Progress is told no more often than this. */
const PACE_MS = 100;

/** Reports on a file for somebody who ends the thread to cancel. */
export async function buildReport(
  { path, shownPath, most }: ReportRequest,
  known: NonNullable<ReportOptions['known']>,
  onProgress: (done: number, total: number) => void,
): Promise<v.InferInput<typeof builtReport>> {
  const { signal } = new AbortController();
  let container: RowContainer | null = null;
  try {
    const report = await reportFile(path, {
      shownPath,
      signal,
      most,
      known,
      // They take longer than all the rest: the report is shown before.
      training: null,
      onRow: (row) => (container ??= row.container),
      onProgress: paced(onProgress),
    });
    const texts = ruleTexts(report.findings.rules.map(({ rule }) => rule));
    return { kind: 'built', report, rules: texts, container: container ?? 'line' };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error, shownPath) };
  }
}

/** @throws what is neither a sentence nor an error of the file system: a bug of ours */
function reasonOf(error: unknown, path: string): HumanError['detail'] {
  if (error instanceof HumanError) return error.detail;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') throw error;
  const id = code === 'ENOENT' ? 'dataset.report.gone' : 'dataset.report.unreadable';
  return { id, args: { path, code } };
}

/** Tells it now and then. */
export function paced(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let next = 0;
  return (done, total) => {
    const now = performance.now();
    if (now < next) return;
    next = now + PACE_MS;
    tell(done, total);
  };
}
