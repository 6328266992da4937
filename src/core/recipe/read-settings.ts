import type { DatasetItem, RecipeSettings } from './recipe.ts';
import { booleanOf, meansNull, numberOf, textOf, textsOf } from './read-value.ts';
import { entriesByName, type YamlEntry, type YamlNode } from './yaml-node.ts';

/** The typed view of a recipe. What is missing or of the wrong type has TRL 1.16's default: the checks say so. */
export function readSettings(entries: ReadonlyMap<string, YamlEntry>): RecipeSettings {
  const at = (key: string): YamlNode | undefined => entries.get(key)?.value;
  const text = (key: string): string | null => textOf(at(key));
  const filled = (key: string): string | null => text(key) || null;
  const flag = (key: string): boolean => booleanOf(at(key)) ?? false;
  const number = (key: string, fallback: number): number => numberOf(at(key)) ?? fallback;
  return {
    model_name_or_path: filled('model_name_or_path'),
    model_revision: text('model_revision') ?? 'main',
    dataset_name: filled('dataset_name'),
    dataset_config: text('dataset_config'),
    dataset_train_split: text('dataset_train_split') ?? 'train',
    dataset_test_split: text('dataset_test_split') ?? 'test',
    dataset_streaming: flag('dataset_streaming'),
    streaming: flag('streaming'),
    dataset_text_field: text('dataset_text_field') ?? 'text',
    datasets: datasetItems(at('datasets')),
    test_split_size: numberOf(at('test_split_size')),
    chat_template_path: filled('chat_template_path'),
    eos_token: text('eos_token'),
    assistant_only_loss: flag('assistant_only_loss'),
    completion_only_loss: booleanOf(at('completion_only_loss')),
    max_length: maxLength(at('max_length')),
    truncation_mode: text('truncation_mode') ?? 'keep_start',
    packing: flag('packing'),
    max_steps: number('max_steps', -1),
    num_train_epochs: number('num_train_epochs', 3),
    per_device_train_batch_size: number('per_device_train_batch_size', 8),
    gradient_accumulation_steps: number('gradient_accumulation_steps', 1),
    dataloader_drop_last: flag('dataloader_drop_last'),
    learning_rate: number('learning_rate', 2e-5),
    eval_strategy: text('eval_strategy') ?? 'no',
    eval_steps: numberOf(at('eval_steps')),
    logging_steps: number('logging_steps', 10),
    output_dir: filled('output_dir') ?? 'trainer_output',
    use_peft: flag('use_peft'),
    lora_r: number('lora_r', 16),
    lora_target_modules: textsOf(at('lora_target_modules')),
    load_in_4bit: flag('load_in_4bit'),
    load_in_8bit: flag('load_in_8bit'),
    use_cpu: flag('use_cpu'),
    bf16: booleanOf(at('bf16')),
    fp16: flag('fp16'),
    report_to: (textsOf(at('report_to')) ?? []).filter((name) => name !== 'none'),
    push_to_hub: flag('push_to_hub'),
    hub_model_id: text('hub_model_id'),
    hub_private_repo: booleanOf(at('hub_private_repo')),
    hub_strategy: filled('hub_strategy'),
    hub_token: filled('hub_token') !== null,
    trackio_space_id: text('trackio_space_id'),
    env: environment(at('env')),
    accelerate_config: filled('accelerate_config'),
    config_file: filled('config_file'),
    num_processes: numberOf(at('num_processes')),
    deepspeed: at('deepspeed') !== undefined && at('deepspeed')?.kind !== 'null',
    deepspeedFile: jsonFile(at('deepspeed')),
    resume_from_checkpoint: resumes(at('resume_from_checkpoint')),
    trust_remote_code: flag('trust_remote_code'),
    seed: number('seed', 42),
  };
}

/** A text that is no JSON is a path (transformers 5.23 training_args.py:1526). */
function jsonFile(node: YamlNode | undefined): string | null {
  const text = textOf(node);
  return text === null || text.trim() === '' || text.trim().startsWith('{') ? null : text;
}

function resumes(node: YamlNode | undefined): boolean {
  return textOf(node) !== null || booleanOf(node) === true;
}

function maxLength(node: YamlNode | undefined): number | null {
  if (node?.kind === 'null' || (node?.kind === 'str' && meansNull(node.value))) return null;
  return numberOf(node) ?? 1024;
}

/** Values as `str()` would print them: TRL writes them to os.environ so (trl 1.16 scripts/utils.py:337). */
function environment(node: YamlNode | undefined): Record<string, string> {
  if (node?.kind !== 'map') return {};
  return Object.fromEntries(node.entries.map((entry) => [entry.name, printed(entry.value)]));
}

function printed(node: YamlNode): string {
  if (node.kind === 'null') return 'None';
  if (node.kind === 'bool') return node.value ? 'True' : 'False';
  if (node.kind === 'list' || node.kind === 'map') return '';
  return String(node.value);
}

function datasetItems(node: YamlNode | undefined): DatasetItem[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => (item.kind === 'map' ? [datasetItem(item)] : []));
}

function datasetItem(node: YamlNode): DatasetItem {
  const entries = entriesByName(node);
  const at = (key: string): YamlNode | undefined => entries.get(key)?.value;
  return {
    path: textOf(at('path')) ?? '',
    name: textOf(at('name')),
    dataDir: textOf(at('data_dir')),
    dataFiles: dataFiles(at('data_files')),
    split: textOf(at('split')) ?? 'train',
    columns: textsOf(at('columns')),
    fraction: numberOf(at('fraction')),
  };
}

/** `datasets` 5.2 data_files.py sanitize_patterns: a path, a list of paths, or a mapping of splits to either. */
function dataFiles(node: YamlNode | undefined): Record<string, string[]> | null {
  if (node?.kind === 'map') {
    return Object.fromEntries(node.entries.map((entry) => [entry.name, textsOf(entry.value) ?? []]));
  }
  const patterns = textsOf(node);
  return patterns === null ? null : { train: patterns };
}
