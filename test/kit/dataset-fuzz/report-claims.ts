import * as v from 'valibot';
import { lintReport, type LintReport } from '../../../src/core/dataset/findings/lint-report.ts';
import { placeProblems } from './place-claims.ts';

export type ReportedFile = LintReport['files'][number];

/** The one file of a `lint --format json`. @throws if it is not what the schema says (a test holds schemas/ to the same). */
export function fileOf(json: string): ReportedFile {
  const [file] = v.parse(lintReport, JSON.parse(json)).files;
  if (file === undefined) throw new Error('no file in the report');
  return file;
}

/** What holds of every report of a file, and does not hold of this one. */
export function reportProblems(bytes: Buffer, file: ReportedFile, hasLines: boolean): string[] {
  return [
    ...orderProblems(file),
    ...countProblems(bytes, file),
    ...relatedProblems(file),
    ...placeProblems(bytes, file.findings, hasLines),
  ];
}

function orderProblems({ findings }: ReportedFile): string[] {
  for (let n = 1; n < findings.length; n++) {
    const [a, b] = [findings[n - 1], findings[n]];
    if (a === undefined || b === undefined) continue;
    const order = a.row - b.row || (a.start ?? 0) - (b.start ?? 0) || (a.rule <= b.rule ? 0 : 1);
    if (order > 0) return [`out of order: ${JSON.stringify([a, b])}`];
  }
  return [];
}

function countProblems(bytes: Buffer, { findings, counts, bytes: size }: ReportedFile): string[] {
  const counted: Record<string, number> = {};
  for (const { rule } of findings) counted[rule] = (counted[rule] ?? 0) + 1;
  const differs = Object.keys({ ...counted, ...counts }).filter((rule) => counted[rule] !== counts[rule]);
  const problems = differs.map(
    (rule) => `counts of ${rule}: ${counts[rule]}, and there are ${counted[rule]}`,
  );
  return size === bytes.length ? problems : [...problems, `bytes: ${size} of ${bytes.length}`];
}

function relatedProblems({ findings }: ReportedFile): string[] {
  return findings
    .filter(({ row, related }) => related?.some((each) => each.row === row || each.row < 1) === true)
    .map((found) => `related to itself: ${JSON.stringify(found)}`);
}
