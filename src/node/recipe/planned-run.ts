import type { Plan } from '../../core/recipe/plan.ts';

/** A data file of a run, as run.json names it. */
interface PlannedData {
  /** Absolute. */
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
}

/** What the launcher needs besides the plan. */
export interface LaunchFacts {
  /** The recipe's name without its ending. */
  readonly name: string;
  /** As it was given. */
  readonly recipePath: string;
  /** The bytes of the recipe, unchanged, as text. */
  readonly recipeText: string;
  /** The interpreter. */
  readonly python: string;
  readonly cwd: string;
  /** `output_dir` of the recipe; the launcher goes to `<outputDir>/<run id>` where it is not empty. */
  readonly outputDir: string;
  /** The child may be given a Hub token: it uploads, or it reads what may be gated. */
  readonly needsToken: boolean;
  /** Nothing of this run uses the Hub: HF_HUB_OFFLINE=1 can be set. */
  readonly offline: boolean;
  /** Files to train on, then files held out. `rows` is 0 where they were not counted. */
  readonly data: readonly PlannedData[];
  readonly templateSha256: string | null;
  /** The chat template itself, to be kept with the run; null if it cannot be read. */
  readonly templateText: string | null;
  readonly tokenizerSha256: string | null;
  readonly versions: Readonly<Record<string, string>>;
  /** What is confirmed once for the content of a recipe (`--trust`, `needsTrust`): `trust_remote_code`, `env.NAME`, `deepspeed`, … */
  readonly confirm: readonly string[];
}

/** A plan, and what it takes to launch it: null where the recipe cannot be started. */
export interface PlannedRun {
  readonly plan: Plan;
  /** Model, method and data in a few words each, as far as the recipe names them; proper names, in no language. */
  readonly about: readonly string[];
  readonly launch: LaunchFacts | null;
}
