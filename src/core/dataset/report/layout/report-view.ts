import { addSentences } from '../../../text/catalogue.ts';
import { formatMessage } from '../../../text/format-message.ts';
import type { Language, MessageArgs } from '../../../text/message.ts';
import type { DatasetReport, RowExcerpt } from '../dataset-report.ts';
import { trainingMessages } from '../../../tokens/training-messages.ts';
import { reportMessages } from '../messages.ts';

// Said wherever a report is shown.
addSentences(reportMessages, trainingMessages);

/** The documentation of rules by their ids, as far as it is at hand. */
export type RuleTexts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What every part of the report is laid out from. */
export interface ReportView {
  readonly report: DatasetReport;
  readonly language: Language;
  /** A sentence of the report in its language, by its id after `dataset.report.`. */
  readonly say: (id: string, args?: MessageArgs) => string;
  readonly excerpts: ReadonlyMap<number, RowExcerpt>;
  readonly rules: RuleTexts;
  /** At most so many rows of a thing are laid out. */
  readonly most: number;
}

/** What the parts of one report are laid out from. @param most rows that are laid out of each thing; all if absent */
export function viewOf(
  report: DatasetReport,
  rules: RuleTexts,
  language: Language,
  most = Infinity,
): ReportView {
  return {
    report,
    language,
    say: (id, args) => formatMessage({ id: `dataset.report.${id}`, args }, language),
    excerpts: new Map(report.excerpts.map((each) => [each.row, each])),
    rules,
    most,
  };
}

/** A share as people say it: 0, <1, 24, >99, 100. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0';
  const percent = (100 * part) / whole;
  if (percent < 1) return '<1';
  return percent > 99 && part < whole ? '>99' : String(Math.round(percent));
}
