import * as v from 'valibot';
import { formatMessage } from '../../text/format-message.ts';
import type { Language } from '../../text/message.ts';
import { datasetReport, type DatasetReport } from './dataset-report.ts';

const { findings, ...others } = datasetReport.entries;
const { rules, ...counts } = findings.entries;
const { first, ...rule } = rules.item.entries;

/** `report --format json`: the report with its messages as sentences. */
export const reportDocument = v.object({
  ...others,
  findings: v.object({
    ...counts,
    rules: v.array(
      v.object({ ...rule, first: v.array(v.object({ ...first.item.entries, message: v.string() })) }),
    ),
  }),
});
export type ReportDocument = v.InferOutput<typeof reportDocument>;

export function documentOf(report: DatasetReport, language: Language): ReportDocument {
  const spoken = report.findings.rules.map((each) => ({
    ...each,
    first: each.first.map(({ row, message }) => ({ row, message: formatMessage(message, language) })),
  }));
  return { ...report, findings: { ...report.findings, rules: spoken } };
}
