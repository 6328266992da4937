import type { RecipeSettings } from './recipe.ts';

/** Where a job runs its folder: everything in it is named relative to it. */
export const jobMount = '/tuning-fork';

/** The image with uv that `hf jobs uv run` takes (huggingface_hub 2.4 _jobs_api.py). */
export const jobImage = 'ghcr.io/astral-sh/uv:python3.12-bookworm';

/**
 * What a job adds to the recipe's settings: a job's disk is thrown away, so its result goes to the Hub, privately. What the recipe
 * itself says about pushing stands.
 */
export function jobOverrides(settings: RecipeSettings, repository: string): string[] {
  const own = settings.push_to_hub && settings.hub_model_id !== null;
  return [
    ...(settings.push_to_hub ? [] : ['--push_to_hub', 'True']),
    ...(own ? [] : ['--hub_model_id', repository]),
    // Without it the server makes the repository public (trl-and-jobs.md §11, row 14).
    ...(settings.hub_private_repo === null ? ['--hub_private_repo', 'True'] : []),
    ...(settings.hub_strategy === null ? ['--hub_strategy', 'checkpoint'] : []),
  ];
}

/** The command of a job: `uv` brings the pinned packages, and job.py starts the runner that starts TRL. */
export function jobCommand(packages: readonly string[], overrides: readonly string[]): string[] {
  const brought = packages.flatMap((each) => ['--with', each]);
  return ['uv', 'run', '--python', '3.12', ...brought, `${jobMount}/job.py`, ...overrides];
}
