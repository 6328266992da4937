import type { RecipeSettings } from './recipe.ts';

/** How many optimizer steps a run makes on one process. */
export type StepCount =
  | { readonly kind: 'fixed'; readonly steps: number }
  | {
      readonly kind: 'computed';
      readonly steps: number;
      readonly perEpoch: number;
      readonly rowsPerStep: number;
      readonly exact: boolean;
    }
  | { readonly kind: 'unknown'; readonly why: 'rows' | 'packing' | 'processes' };

/**
 * Steps as transformers 5.23 counts them (trainer.py set_initial_training_values): batches of an epoch, rounded up, by
 * accumulation, rounded up, times epochs, rounded up; `max_steps` above 0 wins.
 * @param rows rows to train, null where they could not be counted
 * @param exact no row can be dropped before training
 */
export function countSteps(settings: RecipeSettings, rows: number | null, exact: boolean): StepCount {
  if (settings.max_steps > 0) return { kind: 'fixed', steps: settings.max_steps };
  if (rows === null) return { kind: 'unknown', why: 'rows' };
  if (settings.packing) return { kind: 'unknown', why: 'packing' };
  if (
    settings.accelerate_config !== null ||
    settings.config_file !== null ||
    (settings.num_processes ?? 1) > 1
  ) {
    return { kind: 'unknown', why: 'processes' };
  }
  const batch = Math.max(1, settings.per_device_train_batch_size);
  const accumulation = Math.max(1, settings.gradient_accumulation_steps);
  const batches = settings.dataloader_drop_last ? Math.floor(rows / batch) : Math.ceil(rows / batch);
  const perEpoch = Math.max(1, Math.ceil(batches / accumulation));
  const steps = Math.ceil(perEpoch * settings.num_train_epochs);
  return { kind: 'computed', steps, perEpoch, rowsPerStep: batch * accumulation, exact };
}
