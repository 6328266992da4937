import type { RunRecord } from '../../core/run/run-record.ts';
import type { LaunchFacts } from '../recipe/planned-run.ts';

/** What a launcher needs to start a run: the outcome of a plan without errors. Paths are absolute unless said. */
export interface LaunchRequest {
  /** Becomes part of the run's id. */
  readonly name: string;
  /** Path of the recipe as it was given, for run.json. */
  readonly recipe: string;
  /** What the plan was made from, for recipe.yaml: the file may have changed since. */
  readonly recipeText: string;
  /** Folder that relative paths and `.tuning-fork/` belong to: the run's working directory. */
  readonly folder: string;
  /** Interpreter: a path, or a name to be found on PATH. */
  readonly python: string;
  /** The recipe's `output_dir`; relative to `folder`. */
  readonly outputDir: string;
  /** All that the recipe names lies on this computer: the Hub is switched off. */
  readonly offline: boolean;
  /** The run needs the Hub token that stands in the environment; otherwise it does not get it. */
  readonly needsToken: boolean;
  /** The token that was pasted into VS Code, for a run that needs one and has none: it is put into that process's environment alone. */
  readonly pastedToken?: string | null;
  /** Environment of the launching process. */
  readonly env: NodeJS.ProcessEnv;
  readonly versions: RunRecord['versions'];
  readonly data: RunRecord['data'];
  readonly templateSha256: string | null;
  /** The chat template, to be kept with the run. */
  readonly templateText?: string | null;
  readonly tokenizerSha256: string | null;
}

/** The request of a planned run. @param env environment of the launching process */
export function launchRequest(facts: LaunchFacts, env: NodeJS.ProcessEnv): LaunchRequest {
  return {
    name: facts.name,
    recipe: facts.recipePath,
    recipeText: facts.recipeText,
    folder: facts.cwd,
    python: facts.python,
    outputDir: facts.outputDir,
    offline: facts.offline,
    needsToken: facts.needsToken,
    env,
    versions: { ...facts.versions },
    data: facts.data.map((each) => ({ ...each })),
    templateSha256: facts.templateSha256,
    templateText: facts.templateText,
    tokenizerSha256: facts.tokenizerSha256,
  };
}
