import * as v from 'valibot';
import { lintedFile } from '../dataset/findings/finding.ts';
import { fileOverlap } from '../dataset/overlap/file-overlap.ts';
import { ruleSettings } from '../dataset/rule-settings.ts';
import { rowContainer } from '../dataset/reading/row-container.ts';
import { matrixColumns, matrixRequest } from '../template/preview-matrix.ts';
import { previewRendering, previewRequest } from '../template/preview-rendering.ts';
import { engineQuestion, engineVerdict } from '../template/engine-verdict.ts';
import { renderRequest, renderResult } from '../template/render-request.ts';
import { refusalRequest, rowRefusals } from '../template/row-refusal.ts';
import { rowRendering, rowRequest } from '../template/row-rendering.ts';
import { templateCapabilities, templateProbe } from '../template/sources/template-capabilities.ts';
import { openTextCalls } from './open-text-contract.ts';
import { rowsCalls } from './rows-contract.ts';
import { tokenCountRequest, tokenCounts } from '../tokens/token-counts.ts';

/** A file on disk, or the text of an open document (whose bytes are its UTF-8, without a byte order mark). */
const lintSource = v.variant('kind', [
  v.object({ kind: v.literal('file'), path: v.string() }),
  v.object({ kind: v.literal('text'), path: v.string(), text: v.string() }),
]);

/** What a report is to be made of. */
const reportRequest = v.object({
  path: v.string(),
  /** How the file is named in the report. */
  shownPath: v.string(),
  rules: v.optional(ruleSettings),
  /** Folder up to which the file's tuning-fork.yaml is looked for; none is looked for if absent. */
  root: v.optional(v.string()),
  /** Rows that are named of each thing. */
  most: v.number(),
});
export type ReportRequest = v.InferOutput<typeof reportRequest>;

/** What a worker does for its owner: the work that must not block the extension host or that may have to be ended. */
export const workerCalls = {
  lint: {
    arg: v.object({
      source: lintSource,
      rules: v.optional(ruleSettings),
      /** Ids of the only rules to run; all of them if absent. */
      only: v.optional(v.array(v.string())),
      /** Folder up to which the file's tuning-fork.yaml is looked for; none is looked for if absent. */
      root: v.optional(v.string()),
      /** Whether the answer has a summary of each row. */
      summaries: v.optional(v.boolean()),
    }),
    result: lintedFile,
  },
  /** Gives a `builtReport`, which who asks parses: its schema is no part of the start of the extension. */
  report: { arg: reportRequest, result: v.unknown() },
  /** Takes a `trainingChoice` and gives a `countedTraining`; who gets one parses it, as with the report. `most`: rows that are named of each thing. */
  countTraining: {
    arg: v.object({ path: v.string(), choice: v.unknown(), most: v.number() }),
    result: v.unknown(),
  },
  /** What a held-out file has in common with the files that are trained on; null where the rule about it is off. */
  overlap: {
    arg: v.object({
      path: v.string(),
      trained: v.array(v.string()),
      rules: v.optional(ruleSettings),
      /** Folder up to which the file's tuning-fork.yaml is looked for, and relative to which paths are shown. */
      root: v.optional(v.string()),
    }),
    result: v.nullable(fileOverlap),
  },
  /** The 0-based line of a text file at which a row begins; null if there is none. */
  lineOfRow: {
    arg: v.object({ path: v.string(), row: v.number(), container: rowContainer }),
    result: v.nullable(v.number()),
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
  ...openTextCalls,
} as const;

/** A worker asks nothing of its owner, and tells it how far a long work is. */
export const workerOwnerCalls = {
  progress: { arg: v.object({ done: v.number(), total: v.number() }), result: v.undefined() },
} as const;
