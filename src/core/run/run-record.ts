import * as v from 'valibot';

const job = v.object({ namespace: v.string(), id: v.string(), url: v.string() });

/** run.json of a run directory (CLI.md): written by the launcher before the start, replaced by write-and-rename. Unknown fields are ignored. */
export const runRecord = v.object({
  version: v.literal(1),
  id: v.string(),
  name: v.string(),
  launcher: v.picklist(['local', 'jobs']),
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
