import * as v from 'valibot';
import { messageSchema } from '../../text/message-schema.ts';
import { rowContainer } from '../reading/row-container.ts';
import { datasetReport } from './dataset-report.ts';

/** A report with what is needed to show it where the rules are not at hand; or why there is no report. */
export const builtReport = v.variant('kind', [
  v.object({
    kind: v.literal('built'),
    report: datasetReport,
    /** The documentation of the rules that have findings. */
    rules: v.record(v.string(), v.object({ en: v.string(), ko: v.string() })),
    container: rowContainer,
  }),
  v.object({ kind: v.literal('refused'), reason: messageSchema }),
]);
export type BuiltReport = Extract<v.InferOutput<typeof builtReport>, { kind: 'built' }>;
