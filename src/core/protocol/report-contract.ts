import * as v from 'valibot';
import { datasetReport } from '../dataset/report/dataset-report.ts';
import { language } from '../text/language.ts';

/** How far the reading is; null when nothing is read. */
const progress = v.nullable(v.object({ done: v.number(), total: v.number() }));
export type ReportProgress = v.InferOutput<typeof progress>;

/** Why a report is no longer of what the file is now; null while it is. */
const staleness = v.nullable(v.picklist(['changed', 'unsaved', 'gone']));
export type Staleness = v.InferOutput<typeof staleness>;

/** Tokens of all rows that the template renders, and how many it does not. */
const tokenTotal = v.object({ tokens: v.number(), uncounted: v.number(), template: v.string() });
export type TokenTotal = v.InferOutput<typeof tokenTotal>;

/** The recipe that tokens are counted with, and how many others use the file; null where none does. */
const tokenRecipe = v.nullable(v.object({ name: v.string(), others: v.number() }));
export type TokenRecipe = v.InferOutput<typeof tokenRecipe>;

/** The report on a file. `report` is null until it is made; `restore` is the file's address. */
const reportPanelView = v.object({
  language,
  restore: v.string(),
  /** The file's path in its workspace. */
  name: v.string(),
  report: v.nullable(
    v.object({
      report: datasetReport,
      rules: v.record(v.string(), v.object({ en: v.string(), ko: v.string() })),
    }),
  ),
  /** Counted with the template in use, where no recipe says what is trained; null if that is not known, or until it is. */
  tokens: v.nullable(tokenTotal),
  recipe: tokenRecipe,
  progress,
  /** How far the counting of tokens is. */
  counting: progress,
  stale: staleness,
  /** Why there is no report, or no new one, in one sentence. */
  fault: v.nullable(v.string()),
});
export type ReportPanelView = v.InferOutput<typeof reportPanelView>;

/** What changes while the file is read, without all the rest. */
const reportUpdate = v.object({ progress, counting: progress, stale: staleness });
export type ReportUpdate = v.InferOutput<typeof reportUpdate>;

export const reportPageCalls = {
  show: { arg: reportPanelView, result: v.undefined() },
  update: { arg: reportUpdate, result: v.undefined() },
} as const;

export const reportHostCalls = {
  ready: { arg: v.undefined(), result: reportPanelView },
  /** Reads the file and makes the report anew; what was on show stays until then. */
  build: { arg: v.undefined(), result: v.undefined() },
  cancel: { arg: v.undefined(), result: v.undefined() },
  cancelCounting: { arg: v.undefined(), result: v.undefined() },
  /** Asks with which recipe tokens are counted, and counts them anew. */
  chooseRecipe: { arg: v.undefined(), result: v.undefined() },
  /** Shows a row in the text editor, and gives the keyboard to it if wanted. */
  openRow: { arg: v.object({ row: v.number(), focus: v.boolean() }), result: v.undefined() },
  openFile: { arg: v.undefined(), result: v.undefined() },
  exportPage: { arg: v.undefined(), result: v.undefined() },
} as const;
