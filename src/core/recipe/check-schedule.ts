import { booleanOf, numberOf, textOf } from './read-value.ts';
import type { Recipe, RecipeFinding } from './recipe.ts';
import type { TextRange, YamlNode } from './yaml-node.ts';

/** What transformers refuses about steps and strategies (transformers 5.23 training_args.py:1574 and 1723). */
export function checkSchedule({ entries, settings }: Recipe, top: TextRange): RecipeFinding[] {
  const found: RecipeFinding[] = [];
  const at = (key: string): YamlNode | undefined => entries.get(key)?.value;
  const add = (id: string, key: string, args: RecipeFinding['args'] = {}): void => {
    found.push({ id, args: { key, ...args }, severity: 'error', range: at(key)?.range ?? top, key });
  };
  const strategy = (key: string, fallback: string): string => textOf(at(key)) ?? fallback;
  const whole = (key: string): void => {
    const value = numberOf(at(key));
    if (value !== null && value > 1 && !Number.isInteger(value))
      add('recipe.steps-not-whole', key, { value });
  };
  const saving = strategy('save_strategy', 'steps');
  if (strategy('logging_strategy', 'steps') === 'steps') {
    whole('logging_steps');
    if (settings.logging_steps === 0) add('recipe.zero-steps', 'logging_steps');
  }
  if (settings.eval_strategy === 'steps') whole('eval_steps');
  if (saving === 'steps') whole('save_steps');
  if ((numberOf(at('warmup_steps')) ?? 0) < 0) add('recipe.negative', 'warmup_steps');
  const best = booleanOf(at('load_best_model_at_end')) === true;
  if (best && saving !== 'best' && saving !== settings.eval_strategy) {
    add('recipe.best-model', 'load_best_model_at_end', { saving, evaluation: settings.eval_strategy });
  }
  const scheduler = strategy('lr_scheduler_type', 'linear');
  if (['reduce_lr_on_plateau', 'greedy'].includes(scheduler) && settings.eval_strategy === 'no') {
    add('recipe.scheduler-needs-evaluation', 'lr_scheduler_type', { scheduler });
  }
  const prefetch = numberOf(at('dataloader_prefetch_factor')) !== null;
  if (prefetch && (numberOf(at('dataloader_num_workers')) ?? 0) === 0) {
    add('recipe.prefetch-without-workers', 'dataloader_prefetch_factor');
  }
  const emptying = numberOf(at('torch_empty_cache_steps'));
  if (emptying !== null && emptying <= 0) add('recipe.zero-steps', 'torch_empty_cache_steps');
  return found;
}
