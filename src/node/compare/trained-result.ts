import fs from 'node:fs/promises';
import path from 'node:path';
import { isThere } from './read-comparison.ts';

const weights = [
  'adapter_model.safetensors',
  'adapter_model.bin',
  'model.safetensors',
  'model.safetensors.index.json',
  'pytorch_model.bin',
  'pytorch_model.bin.index.json',
];
const configurations = ['adapter_config.json', 'config.json'];

/** Whether a folder holds an adapter or a model: weights and what says how to read them. */
export async function holdsModel(folder: string): Promise<boolean> {
  return (await anyIsThere(folder, configurations)) && (await anyIsThere(folder, weights));
}

/**
 * What a run left in its output folder: the folder itself, or its newest whole checkpoint where training ended early; null if
 * there is neither. The trainer writes `trainer_state.json` after the weights (transformers 5.23 trainer.py, `_save_checkpoint`).
 */
export async function trainedResult(outputDir: string): Promise<string | null> {
  if (await holdsModel(outputDir)) return outputDir;
  for (const checkpoint of await newestCheckpoints(outputDir)) {
    const whole = await isThere(path.join(checkpoint, 'trainer_state.json'));
    if (whole && (await holdsModel(checkpoint))) return checkpoint;
  }
  return null;
}

async function newestCheckpoints(outputDir: string): Promise<string[]> {
  const names = await fs.readdir(outputDir).catch(() => []);
  return names
    .filter((name) => /^checkpoint-\d+$/.test(name))
    .toSorted((a, b) => stepOf(b) - stepOf(a))
    .map((name) => path.join(outputDir, name));
}

function stepOf(checkpoint: string): number {
  return Number(checkpoint.replace('checkpoint-', ''));
}

async function anyIsThere(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map((name) => isThere(path.join(folder, name))));
  return found.includes(true);
}
