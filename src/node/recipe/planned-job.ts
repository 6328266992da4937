import type { SizedInput } from './job-inputs.ts';
import type { PlannedRun } from './planned-run.ts';

/** What it takes to start a planned job. */
export interface JobFacts {
  /** Id of the run, its directory, the label of its job, and the name of its repository of inputs. */
  readonly id: string;
  readonly namespace: string;
  readonly simulated: boolean;
  readonly flavor: string;
  readonly timeoutSeconds: number;
  /** US dollars; null where the Hub does not say. */
  readonly costPerHour: number | null;
  /** Model repository of the result. */
  readonly repository: string;
  readonly command: readonly string[];
  readonly inputs: readonly SizedInput[];
  /** The recipe with the job's own paths. */
  readonly recipeText: string;
}

/** A plan for HF Jobs; `job` is null where it cannot be started. */
export interface PlannedJob extends PlannedRun {
  readonly job: JobFacts | null;
}
