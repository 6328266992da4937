import * as v from 'valibot';
import bundled from './trl-1.16-keys.json' with { type: 'json' };

const valueType = v.picklist(['str', 'int', 'float', 'bool', 'list', 'dict', 'any']);
export type ValueType = v.InferOutput<typeof valueType>;

const trlKey = v.object({
  types: v.array(valueType),
  /** `null` is a value of this key. */
  null: v.boolean(),
  default: v.unknown(),
  choices: v.optional(v.array(v.string())),
  /** First sentence of the field's own help. */
  help: v.optional(v.string()),
  /** The dataclass it belongs to; `trl` for what `trl sft` takes away itself, `accelerate` for what it forwards. */
  group: v.string(),
});
export type TrlKey = v.InferOutput<typeof trlKey>;

/** The keys that a recipe may have, as one version of TRL knows them. Written by scripts/trl-schema.py. */
const trlKeys = v.object({
  versions: v.record(v.string(), v.string()),
  keys: v.record(v.string(), trlKey),
  /** Keys of an item of `datasets`. */
  datasetKeys: v.record(v.string(), trlKey),
});
export type TrlKeys = v.InferOutput<typeof trlKeys>;

let parsed: TrlKeys | null = null;

/** The keys of TRL 1.16.0 with transformers 5.23.0, which is what the product ships with. */
export function bundledTrlKeys(): TrlKeys {
  parsed ??= v.parse(trlKeys, bundled);
  return parsed;
}

/** Keys that TRL or transformers took away, and what does the same today (transformers 5.23 training_args.py). */
export const removedKeys: Readonly<Record<string, string>> = {
  group_by_length: 'train_sampling_strategy: group_by_length',
  warmup_ratio: 'warmup_steps: 0.1',
  logging_dir: 'env: {TENSORBOARD_LOGGING_DIR: FOLDER}',
  evaluation_strategy: 'eval_strategy: steps',
  max_seq_length: 'max_length: 1024',
  no_cuda: 'use_cpu: true',
  torch_dtype: 'dtype: bfloat16',
  tokenizer_name: 'chat_template_path: FOLDER',
  per_gpu_train_batch_size: 'per_device_train_batch_size: 8',
  overwrite_output_dir: '',
  save_safetensors: '',
};
