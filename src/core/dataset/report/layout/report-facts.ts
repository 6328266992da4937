import { formatBytes } from '../../../text/format-bytes.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { percentOf, type ReportView } from './report-view.ts';

/** A number that the file is about, and what is said beside it. */
export interface ReportFact {
  readonly name: string;
  readonly value: number;
  readonly beside: string | null;
}

/** What stands above all parts. */
export function reportFacts({ report, say }: ReportView): ReportFact[] {
  const { file, findings, duplicates, training } = report;
  const copies = duplicates.exact.rows - duplicates.exact.groups;
  const answers = report.lengths.find(({ of }) => of === 'answers')?.count ?? 0;
  const ofRows = say('of-rows', { percent: percentOf(copies, file.rows) });
  const percent = percentOf(training.answerCharacters, training.characters);
  return [
    { name: say('fact.rows'), value: file.rows, beside: null },
    { name: say('fact.errors'), value: findings.errors, beside: null },
    { name: say('fact.warnings'), value: findings.warnings, beside: null },
    { name: say('fact.copies'), value: copies, beside: copies === 0 ? null : ofRows },
    ...(answers === 0
      ? []
      : [{ name: say('fact.answers'), value: answers, beside: say('of-characters', { percent }) }]),
    ...tokenFacts(report.tokens, say),
  ];
}

function tokenFacts(tokens: DatasetReport['tokens'], say: ReportView['say']): ReportFact[] {
  if (tokens?.kind !== 'counted') return [];
  const { recipe, use, tokens: value, trained } = tokens;
  const percent = percentOf(trained, value);
  return [
    { name: say('fact.tokens'), value, beside: say('with-recipe', { recipe }) },
    { name: say(`fact.tokens.${use}`), value: trained, beside: say('of-tokens', { percent }) },
  ];
}

/** Format, rows and size in one line. */
export function reportSubtitle({ report: { file }, say }: ReportView): string {
  const format = file.format === 'unknown' ? { id: 'dataset.format.unknown' } : file.format;
  return say('subtitle', { format, rows: file.rows, size: formatBytes(file.bytes) });
}
