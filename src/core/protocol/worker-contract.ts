import * as v from 'valibot';
import { lintedFile, severity } from '../dataset/finding.ts';
import { matrixColumns, matrixRequest } from '../template/preview-matrix.ts';
import { previewRendering, previewRequest } from '../template/preview-rendering.ts';
import { engineQuestion, engineVerdict } from '../template/engine-verdict.ts';
import { renderRequest, renderResult } from '../template/render-request.ts';
import { refusalRequest, rowRefusals } from '../template/row-refusal.ts';
import { rowRendering, rowRequest } from '../template/row-rendering.ts';
import { templateCapabilities, templateProbe } from '../template/sources/template-capabilities.ts';
import { rowsCalls } from './rows-contract.ts';
import { tokenCountRequest, tokenCounts } from '../tokens/token-counts.ts';

/** Rule id → severity or `off`; a rule that is not named has its default. */
export const ruleSettings = v.record(v.string(), v.union([severity, v.literal('off')]));
export type RuleSettings = v.InferOutput<typeof ruleSettings>;

/** A file on disk, or the text of an open document (whose bytes are its UTF-8, without a byte order mark). */
const lintSource = v.variant('kind', [
  v.object({ kind: v.literal('file'), path: v.string() }),
  v.object({ kind: v.literal('text'), path: v.string(), text: v.string() }),
]);

/** What a worker does for its owner: the work that must not block the extension host or that may have to be ended. */
export const workerCalls = {
  lint: {
    arg: v.object({
      source: lintSource,
      rules: v.optional(ruleSettings),
      /** Ids of the only rules to run; all of them if absent. */
      only: v.optional(v.array(v.string())),
      /** Whether the answer has a summary of each row. */
      summaries: v.optional(v.boolean()),
    }),
    result: lintedFile,
  },
  render: { arg: renderRequest, result: renderResult },
  renderRow: { arg: rowRequest, result: rowRendering },
  previewRow: { arg: previewRequest, result: previewRendering },
  previewMatrix: { arg: matrixRequest, result: matrixColumns },
  switchedRequest: { arg: previewRequest, result: v.nullable(renderRequest) },
  probeTemplate: { arg: templateProbe, result: templateCapabilities },
  countTokens: { arg: tokenCountRequest, result: tokenCounts },
  findRefusals: { arg: refusalRequest, result: rowRefusals },
  judgeEngine: { arg: engineQuestion, result: engineVerdict },
  ...rowsCalls,
} as const;

/** A worker asks nothing of its owner. */
export const workerOwnerCalls = {} as const;
