import type { RecipeSettings } from './recipe.ts';
import { testedVersions } from './tested-versions.ts';

const always = ['trl', 'transformers', 'datasets', 'accelerate', 'torch'];
/** Packages of trackers that `report_to` may name; those that are not here bring no package of their own. */
const trackers: Readonly<Record<string, string>> = {
  trackio: 'trackio',
  wandb: 'wandb',
  tensorboard: 'tensorboard',
  mlflow: 'mlflow',
  comet_ml: 'comet_ml',
};

/**
 * What `uv run --with` names for a job: each package pinned to the version that this computer has, else to the one that was
 * tested, because an unpinned TRL may be another one than the recipe was written for (trl-and-jobs.md §5.5).
 * @param installed versions by package of the interpreter here; empty where there is none
 */
export function jobPackages(settings: RecipeSettings, installed: Readonly<Record<string, string>>): string[] {
  const names = [
    ...always,
    ...(settings.use_peft ? ['peft'] : []),
    ...(settings.load_in_4bit || settings.load_in_8bit ? ['bitsandbytes'] : []),
    ...(settings.deepspeed ? ['deepspeed'] : []),
    ...settings.report_to.flatMap((service) => trackers[service] ?? []),
  ];
  return names.map((name) => {
    const version = installed['trl'] === undefined ? testedVersions[name] : installed[name];
    // A local build such as 2.13.0+cpu is on no index.
    return version === undefined ? name : `${name}==${version.replace(/\+.*$/, '')}`;
  });
}
