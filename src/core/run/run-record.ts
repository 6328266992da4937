import * as v from 'valibot';

/** The job of a run, and what was last heard of it. `stage` is null as long as nothing was heard. */
const job = v.object({
  namespace: v.string(),
  id: v.string(),
  url: v.string(),
  stage: v.optional(v.nullable(v.string()), null),
  /** The Hub's own words about the stage: why it failed, or what it waits for. */
  message: v.optional(v.nullable(v.string()), null),
  finishedAt: v.optional(v.nullable(v.string()), null),
});
export type RunJob = v.InferOutput<typeof job>;

/** How a run was sent to HF Jobs: written before the job is made, so that a launch whose answer is lost can be looked up. */
const jobLaunch = v.object({
  /** Followed only where the user's own endpoint is the same: no token goes to an address that a folder names. */
  endpoint: v.string(),
  namespace: v.string(),
  /** Stands before each event in the job's log. */
  nonce: v.string(),
  /** Private dataset repository with recipe, data and runner. */
  inputs: v.string(),
  /** Model repository of the result. */
  repository: v.string(),
  flavor: v.string(),
  timeoutSeconds: v.number(),
  /** US dollars; null where the Hub does not say. */
  costPerHour: v.nullable(v.number()),
  /** The endpoint is a simulated Hub: nothing was uploaded or paid. */
  simulated: v.boolean(),
});
export type JobLaunch = v.InferOutput<typeof jobLaunch>;

/** run.json of a run directory: written by the launcher before the start, replaced by write-and-rename. Unknown fields are ignored. */
export const runRecord = v.object({
  version: v.literal(1),
  id: v.string(),
  name: v.string(),
  launcher: v.picklist(['local', 'jobs']),
  /** A script of the user's own that records itself: the run is its one process, whose group belongs to the user's shell. */
  observed: v.optional(v.boolean()),
  /** Path of the recipe as it was given. */
  recipe: v.string(),
  command: v.array(v.string()),
  python: v.nullable(v.string()),
  versions: v.record(v.string(), v.string()),
  /** Leader of the process group; null until the process is started. */
  pid: v.nullable(v.number()),
  /** Field 22 of /proc/PID/stat: tells a process from a later one with the same pid. */
  startTicks: v.nullable(v.number()),
  bootId: v.nullable(v.string()),
  hostname: v.string(),
  uid: v.nullable(v.number()),
  job: v.optional(v.nullable(job)),
  jobLaunch: v.optional(jobLaunch),
  /** When the job was asked for, after the inputs had been sent. */
  jobAskedAt: v.optional(v.string()),
  /** The Hub was asked long after a launch that it did not answer, and has no job of this run. */
  launchLost: v.optional(v.boolean()),
  createdAt: v.string(),
  outputDir: v.string(),
  data: v.array(v.object({ path: v.string(), sha256: v.string(), rows: v.number() })),
  templateSha256: v.nullable(v.string()),
  tokenizerSha256: v.nullable(v.string()),
  resumedFrom: v.optional(v.string()),
  /** When somebody asked for the run's end: a run that then had to be killed counts as stopped, not as lost. */
  stopRequestedAt: v.optional(v.string()),
});
export type RunRecord = v.InferOutput<typeof runRecord>;
