import { isRepositoryId } from '../hub/repository-id.ts';
import { leavingServices } from './find-leaving.ts';
import { textOf } from './read-value.ts';
import type { Recipe, RecipeFinding, RecipeSeverity } from './recipe.ts';
import type { TextRange, YamlNode } from './yaml-node.ts';

const NEVER_EMPTY = [
  'model_name_or_path',
  'dataset_name',
  'chat_template_path',
  'output_dir',
  'dataset_train_split',
  'dataset_test_split',
  'model_revision',
];
const PATH_KEYS = ['output_dir', 'model_name_or_path', 'dataset_name', 'chat_template_path', 'datasets'];

/** What each value may be alone and the recipe as a whole should not be. */
export function checkSettings({ entries, settings }: Recipe, top: TextRange): RecipeFinding[] {
  const found: RecipeFinding[] = [];
  const add = (
    id: string,
    severity: RecipeSeverity,
    key: string | null,
    args: RecipeFinding['args'] = {},
  ): void => {
    const entry = key === null ? undefined : entries.get(key);
    found.push({ id, args, severity, range: entry?.value.range ?? top, key });
  };
  if (settings.model_name_or_path === null) add('recipe.no-model', 'error', null);
  if (settings.dataset_name === null && settings.datasets.length === 0) add('recipe.no-data', 'error', null);
  if (settings.dataset_name !== null && settings.datasets.length > 0) {
    add('recipe.two-datasets', 'warning', 'dataset_name');
  }
  for (const key of PATH_KEYS) {
    const entry = entries.get(key);
    if (entry !== undefined && holdsControlCharacter(entry.value))
      add('recipe.control-character', 'error', key, { key });
  }
  for (const key of NEVER_EMPTY) {
    if (textOf(entries.get(key)?.value) === '') add('recipe.empty-text', 'error', key, { key });
  }
  if (settings.eval_strategy !== 'no' && settings.datasets.length > 0 && settings.test_split_size === null) {
    add('recipe.no-test-split', 'error', 'eval_strategy');
  }
  if (settings.test_split_size !== null) add('recipe.split-without-seed', 'warning', 'test_split_size');
  if (settings.use_peft && !entries.has('learning_rate')) add('recipe.lora-learning-rate', 'info', null);
  if (settings.use_peft && entries.has('learning_rate') && settings.learning_rate === 2e-5) {
    add('recipe.lora-learning-rate', 'info', 'learning_rate');
  }
  if (!settings.use_peft && entries.has('lora_r')) add('recipe.lora-without-peft', 'warning', 'lora_r');
  if (!entries.has('max_length')) add('recipe.max-length-default', 'info', null);
  if (settings.packing && settings.max_length === null)
    add('recipe.packing-without-length', 'error', 'packing');
  if ((settings.streaming || settings.dataset_streaming) && settings.max_steps <= 0) {
    add('recipe.streaming-without-steps', 'error', settings.streaming ? 'streaming' : 'dataset_streaming');
  }
  if (settings.bf16 === true && settings.fp16) add('recipe.two-precisions', 'error', 'fp16');
  if ((settings.load_in_4bit || settings.load_in_8bit) && !settings.use_peft) {
    add('recipe.quantized-without-peft', 'error', settings.load_in_4bit ? 'load_in_4bit' : 'load_in_8bit');
  }
  const services = leavingServices(settings).join(', ');
  if (services !== '') add('recipe.reports', 'info', 'report_to', { services });
  if (settings.push_to_hub) checkPush(settings, add);
  return found;
}

function checkPush(
  settings: Recipe['settings'],
  add: (id: string, severity: RecipeSeverity, key: string | null, args?: RecipeFinding['args']) => void,
): void {
  if (settings.hub_private_repo !== true) add('recipe.push-public', 'warning', 'push_to_hub');
  const name = settings.hub_model_id ?? lastPart(settings.output_dir);
  if (isRepositoryId(name)) return;
  const key = settings.hub_model_id === null ? 'output_dir' : 'hub_model_id';
  add('recipe.repository-name', 'error', key, { name });
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}

/** A double-quoted Windows path makes `\n` and `\t` control characters, and the run goes to a folder of that name. */
function holdsControlCharacter(node: YamlNode): boolean {
  if (node.kind === 'str') return /[\u0000-\u001f\u007f-\u009f]/.test(node.value);
  if (node.kind === 'list') return node.items.some(holdsControlCharacter);
  return node.kind === 'map' && node.entries.some((entry) => holdsControlCharacter(entry.value));
}
