import * as v from 'valibot';

/** Stages of a job (huggingface_hub 2.4 _jobs_api.py). Others may come: they count as going on. */
const finalStages: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELED', 'ERROR', 'DELETED']);

/** Whether a stage is the job's last. */
export function isFinalStage(stage: string): boolean {
  return finalStages.has(stage);
}

/** A job as the Hub tells it, as far as we need it. */
export const jobInfo = v.object({
  id: v.string(),
  status: v.object({ stage: v.string(), message: v.nullish(v.string()) }),
  createdAt: v.optional(v.string()),
  finishedAt: v.nullish(v.string()),
  labels: v.nullish(v.record(v.string(), v.string())),
});
export type JobInfo = v.InferOutput<typeof jobInfo>;

/** A kind of machine with its price (`/api/jobs/hardware`). The price is for one `unitLabel`, which is a minute. */
export const jobHardware = v.object({
  name: v.string(),
  prettyName: v.string(),
  cpu: v.string(),
  ram: v.string(),
  accelerator: v.nullish(
    v.object({
      model: v.string(),
      quantity: v.union([v.string(), v.number()]),
      vram: v.optional(v.string()),
    }),
  ),
  unitCostUSD: v.number(),
  unitLabel: v.string(),
});
export type JobHardware = v.InferOutput<typeof jobHardware>;

const hoursPerUnit: Readonly<Record<string, number>> = { second: 1 / 3600, minute: 1 / 60, hour: 1, day: 24 };

/** US dollars an hour; null where the Hub counts in a unit that we do not know. */
export function costPerHour(hardware: JobHardware): number | null {
  const hours = hoursPerUnit[hardware.unitLabel];
  return hours === undefined ? null : hardware.unitCostUSD / hours;
}

/** Body of a job's creation (huggingface_hub 2.4 _jobs_api.py:635), with what we always send. */
export interface JobSpec {
  readonly command: readonly string[];
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly flavor: string;
  /** Without it the Hub ends the job after 30 minutes. */
  readonly timeoutSeconds: number;
  readonly attempts: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly volumes: readonly JobVolume[];
  readonly dockerImage: string;
}

/** A repository at a commit, as a folder of the job. */
export interface JobVolume {
  readonly type: 'dataset' | 'model';
  readonly source: string;
  readonly mountPath: string;
  readonly revision: string;
  readonly readOnly: true;
}

/** One line of a job's log. `timestamp` is ISO 8601 as the Hub writes it: it orders lines and tells equal ones apart. */
export const jobLogLine = v.object({ data: v.string(), timestamp: v.string() });
export type JobLogLine = v.InferOutput<typeof jobLogLine>;
