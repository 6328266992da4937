import * as v from 'valibot';

/** A metric as the runner writes it: JSON has no NaN and no infinities, so these come as strings (a NaN that was parsed before is taken too). */
export const metric = v.pipe(
  v.union([v.number(), v.nan(), v.picklist(['NaN', 'Infinity', '-Infinity'])]),
  v.transform(Number),
);
const metrics = v.record(v.string(), metric);

const common = { v: v.literal(1), seq: v.number(), time: v.string() };

const outcome = v.picklist(['completed', 'failed', 'stopped']);

/** One line of events.jsonl, which python/tuning_fork writes. */
export const runEvent = v.variant('type', [
  v.object({ ...common, type: v.literal('started'), pid: v.number() }),
  v.object({
    ...common,
    type: v.literal('phase'),
    name: v.string(),
    done: v.optional(v.number()),
    total: v.optional(v.number()),
  }),
  v.object({ ...common, type: v.literal('log'), step: v.number(), epoch: v.nullable(metric), metrics }),
  v.object({ ...common, type: v.literal('eval'), step: v.number(), epoch: v.nullable(metric), metrics }),
  /** rows: [index into run.json's data, row, mean loss of its trained tokens, trained tokens]. */
  v.object({
    ...common,
    type: v.literal('rows'),
    step: v.number(),
    rows: v.array(v.tuple([v.number(), v.number(), metric, v.number()])),
  }),
  v.object({ ...common, type: v.literal('checkpoint'), step: v.number(), path: v.string() }),
  v.looseObject({ ...common, type: v.literal('resources') }),
  v.object({ ...common, type: v.literal('warning'), code: v.string(), message: v.string() }),
  v.object({
    ...common,
    type: v.literal('ended'),
    outcome,
    cause: v.optional(v.string()),
    message: v.optional(v.string()),
    row: v.optional(v.number()),
  }),
]);
export type RunEvent = v.InferOutput<typeof runEvent>;

/** The phases that the runner reports, in order, before and after training. */
export const runPhases = [
  'checking',
  'loading-data',
  'loading-model',
  'tokenizing',
  'training',
  'saving',
] as const;
export type RunPhase = (typeof runPhases)[number];
