import type { RecipeSettings } from './recipe.ts';

/** Variables that change how fast or how loud a run is, and nothing about what code runs or where data go. */
const HARMLESS =
  /^(?:TOKENIZERS_PARALLELISM|OMP_NUM_THREADS|MKL_NUM_THREADS|CUDA_VISIBLE_DEVICES|CUDA_DEVICE_ORDER|PYTORCH_(?:CUDA_)?ALLOC_CONF|PYTORCH_ENABLE_MPS_FALLBACK|HF_HUB_OFFLINE|TRANSFORMERS_OFFLINE|HF_DATASETS_OFFLINE|HF_HUB_DISABLE_(?:TELEMETRY|PROGRESS_BARS|XET)|DO_NOT_TRACK|TRANSFORMERS_VERBOSITY|WANDB_(?:PROJECT|MODE|DISABLED)|TRACKIO_PROJECT|TENSORBOARD_LOGGING_DIR)$/;

/** Parts of a recipe that can run foreign code or send data elsewhere: named in the plan, confirmed once for the content of the recipe. */
export function needsTrust(settings: RecipeSettings): string[] {
  const parts: string[] = [];
  if (settings.trust_remote_code) parts.push('trust_remote_code');
  for (const name of Object.keys(settings.env)) if (!HARMLESS.test(name)) parts.push(`env.${name}`);
  if (settings.deepspeed) parts.push('deepspeed');
  if (settings.accelerate_config !== null && !SHIPPED.has(settings.accelerate_config))
    parts.push('accelerate_config');
  if (settings.config_file !== null) parts.push('config_file');
  return parts;
}

/** Configurations inside TRL itself (trl 1.16 accelerate_configs). */
const SHIPPED = new Set(['fsdp1', 'fsdp2', 'multi_gpu', 'single_gpu', 'zero1', 'zero2', 'zero3']);
