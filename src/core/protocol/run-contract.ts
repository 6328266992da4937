import * as v from 'valibot';
import { planAction, spokenPlan } from '../recipe/plan.ts';
import { runEvent } from '../run/run-event.ts';
import { runSummary } from '../run/run-summary.ts';
import { language } from '../text/language.ts';

/** What the page keeps in its state, so that a reloaded window shows the same again: a recipe's URI or a run's directory. */
const restore = v.string();

/** The plan of a recipe, before its run. `starting` disables the button once it was pressed. */
const planView = v.object({
  kind: v.literal('plan'),
  language,
  restore,
  name: v.string(),
  /** Model, method and data in one line. */
  subtitle: v.string(),
  plan: spokenPlan,
  /** The same run from a terminal, to copy. */
  plainCommand: v.string(),
  /** Where it would run. */
  launcher: v.picklist(['local', 'jobs']),
  /** The button that starts it, named by what it does. */
  startLabel: v.string(),
  starting: v.boolean(),
  /** Progress of an install or an upload; null if none runs. */
  busy: v.nullable(v.string()),
});
export type PlanView = v.InferOutput<typeof planView>;

/** The job of a run on HF Jobs. */
const jobView = v.object({
  /** Its page; empty as long as the Hub has not named it. */
  url: v.string(),
  /** It waits for its machine. */
  waiting: v.boolean(),
  /** The Hub's own words about how it stands; null if it says nothing. */
  message: v.nullable(v.string()),
  flavor: v.string(),
  /** Repository of its result. */
  repository: v.string(),
  simulated: v.boolean(),
  /** Why nothing can be heard of it at the moment, in one sentence. */
  contact: v.nullable(v.string()),
  /** Where the result would lie on this computer, and whether it does. */
  folder: v.string(),
  fetched: v.boolean(),
});
export type JobView = v.InferOutput<typeof jobView>;

/** A run: its events but for `rows`, which are asked for step by step. `outcome` is its end in one sentence, null while it lives. */
const runView = v.object({
  kind: v.literal('run'),
  language,
  restore,
  summary: runSummary,
  outcome: v.nullable(v.string()),
  /** Null for a run on this computer. */
  job: v.nullable(jobView),
  events: v.array(runEvent),
  log: v.string(),
  recipe: v.string(),
  environment: v.array(v.tuple([v.string(), v.string()])),
  /** Paths of run.json's data, for the names of rows. */
  data: v.array(v.string()),
});
export type RunView = v.InferOutput<typeof runView>;

/** The panel cannot show what it was opened for: one sentence. */
const failedView = v.object({ kind: v.literal('failed'), language, sentence: v.string() });

export const runPanelView = v.variant('kind', [planView, runView, failedView]);
export type RunPanelView = v.InferOutput<typeof runPanelView>;

/** New events of the run on show (each `seq` once, in order), its summary and the tail of its output. */
const runUpdate = v.object({
  summary: runSummary,
  outcome: v.nullable(v.string()),
  job: v.nullable(jobView),
  events: v.array(runEvent),
  log: v.string(),
});
export type RunUpdate = v.InferOutput<typeof runUpdate>;

/** A row of one step: `share` is its part of the step's loss, 0 to 1. */
const stepRow = v.object({
  dataset: v.number(),
  row: v.number(),
  loss: v.number(),
  tokens: v.number(),
  share: v.number(),
  text: v.string(),
});
export type StepRow = v.InferOutput<typeof stepRow>;

export const runPageCalls = {
  show: { arg: runPanelView, result: v.undefined() },
  append: { arg: runUpdate, result: v.undefined() },
} as const;

export const runHostCalls = {
  ready: { arg: v.undefined(), result: runPanelView },
  refresh: { arg: v.undefined(), result: v.undefined() },
  start: { arg: v.undefined(), result: v.undefined() },
  act: { arg: v.object({ action: planAction }), result: v.undefined() },
  copyCommand: { arg: v.undefined(), result: v.undefined() },
  stop: { arg: v.undefined(), result: v.undefined() },
  /** Brings the result of a job to this computer. */
  fetchResult: { arg: v.undefined(), result: v.undefined() },
  openJob: { arg: v.undefined(), result: v.undefined() },
  compare: { arg: v.undefined(), result: v.undefined() },
  rowsOfStep: { arg: v.object({ step: v.number() }), result: v.array(stepRow) },
  openRow: { arg: v.object({ dataset: v.number(), row: v.number() }), result: v.undefined() },
  openLog: { arg: v.undefined(), result: v.undefined() },
  openRecipe: { arg: v.undefined(), result: v.undefined() },
} as const;
