import type { MessageArgs } from '../text/message.ts';
import type { TextRange, YamlEntry } from './yaml-node.ts';

/** An item of `datasets` (trl 1.16 scripts/utils.py:40). */
export interface DatasetItem {
  readonly path: string;
  readonly name: string | null;
  readonly dataDir: string | null;
  /** Patterns by split; a plain path or a list stands under `train`, as `datasets` has it. */
  readonly dataFiles: Readonly<Record<string, readonly string[]>> | null;
  readonly split: string;
  readonly columns: readonly string[] | null;
  readonly fraction: number | null;
}

/** The settings that the product itself needs, with TRL 1.16's defaults where the recipe is silent or wrong. */
export interface RecipeSettings {
  readonly model_name_or_path: string | null;
  readonly model_revision: string;
  readonly dataset_name: string | null;
  readonly dataset_config: string | null;
  readonly dataset_train_split: string;
  readonly dataset_test_split: string;
  readonly dataset_streaming: boolean;
  readonly streaming: boolean;
  readonly dataset_text_field: string;
  readonly datasets: readonly DatasetItem[];
  readonly test_split_size: number | null;
  readonly chat_template_path: string | null;
  readonly eos_token: string | null;
  readonly assistant_only_loss: boolean;
  /** null: TRL decides by the first row. */
  readonly completion_only_loss: boolean | null;
  /** Tokens; null: nothing is cut. */
  readonly max_length: number | null;
  readonly truncation_mode: string;
  readonly packing: boolean;
  readonly max_steps: number;
  readonly num_train_epochs: number;
  readonly per_device_train_batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly dataloader_drop_last: boolean;
  readonly learning_rate: number;
  readonly eval_strategy: string;
  readonly eval_steps: number | null;
  readonly logging_steps: number;
  readonly output_dir: string;
  readonly use_peft: boolean;
  readonly lora_r: number;
  readonly lora_target_modules: readonly string[] | null;
  readonly load_in_4bit: boolean;
  readonly load_in_8bit: boolean;
  readonly use_cpu: boolean;
  /** null: on unless fp16 is (trl 1.16 base_config.py:107). */
  readonly bf16: boolean | null;
  readonly fp16: boolean;
  readonly report_to: readonly string[];
  readonly push_to_hub: boolean;
  readonly hub_model_id: string | null;
  readonly hub_private_repo: boolean | null;
  readonly hub_strategy: string | null;
  /** Whether the recipe holds a token. Its value is never kept. */
  readonly hub_token: boolean;
  readonly trackio_space_id: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly accelerate_config: string | null;
  readonly config_file: string | null;
  readonly num_processes: number | null;
  readonly deepspeed: boolean;
  /** Path of its configuration; null where it stands in the recipe itself. */
  readonly deepspeedFile: string | null;
  readonly resume_from_checkpoint: boolean;
  readonly trust_remote_code: boolean;
  readonly seed: number;
}

export type RecipeSeverity = 'error' | 'warning' | 'info';

/** What a check found in a recipe. `key` is the top-level key, null where it is about the file. Never holds a token. */
export interface RecipeFinding {
  readonly id: string;
  readonly args: MessageArgs;
  readonly severity: RecipeSeverity;
  readonly range: TextRange;
  readonly key: string | null;
}

export interface Recipe {
  /** Top-level entries, the last of equal ones, in the order of the file. */
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly settings: RecipeSettings;
}

/** A recipe as far as it can be read; null where it is no YAML or no mapping. Findings come in the order of the text. */
export interface ParsedRecipe {
  readonly recipe: Recipe | null;
  readonly findings: readonly RecipeFinding[];
}
