import * as v from 'valibot';
import { formatMessage } from '../../text/format-message.ts';
import type { Language } from '../../text/message.ts';
import { countedTokens, datasetReport, type DatasetReport, type TrainedTokens } from './dataset-report.ts';

const { findings, tokens: _, ...others } = datasetReport.entries;
const { rules, ...counts } = findings.entries;
const { first, ...rule } = rules.item.entries;

const tokens = v.variant('kind', [
  v.object({
    ...countedTokens.entries,
    firstStop: v.nullable(v.object({ row: v.number(), reason: v.string() })),
  }),
  v.object({ kind: v.literal('not-counted'), reason: v.string() }),
]);

/** `report --format json`: the report with its messages as sentences. */
export const reportDocument = v.object({
  ...others,
  tokens: v.optional(tokens),
  findings: v.object({
    ...counts,
    rules: v.array(
      v.object({ ...rule, first: v.array(v.object({ ...first.item.entries, message: v.string() })) }),
    ),
  }),
});
export type ReportDocument = v.InferOutput<typeof reportDocument>;

/** The report as `report --format json` prints it, in one language. */
export function documentOf(report: DatasetReport, language: Language): ReportDocument {
  const { tokens: counted, ...rest } = report;
  const spoken = report.findings.rules.map((each) => ({
    ...each,
    first: each.first.map(({ row, message }) => ({ row, message: formatMessage(message, language) })),
  }));
  return {
    ...rest,
    ...(counted === undefined ? {} : { tokens: spokenTokens(counted, language) }),
    findings: { ...report.findings, rules: spoken },
  };
}

function spokenTokens(counted: TrainedTokens, language: Language): ReportDocument['tokens'] {
  if (counted.kind === 'not-counted') return { ...counted, reason: formatMessage(counted.reason, language) };
  const { firstStop } = counted;
  const said =
    firstStop === null ? null : { ...firstStop, reason: formatMessage(firstStop.reason, language) };
  return { ...counted, firstStop: said };
}
