import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll } from 'vitest';
import { makeFolder } from './fake-run.ts';

/** A Python with TRL, or undefined: what needs one is skipped then, and says so. */
export const trainingPython = process.env['TUNING_FORK_TEST_PYTHON'] || undefined;

let model: string | null = null;

/** A tiny random Llama, made once per test file. */
function tinyModel(python: string): string {
  if (model !== null) return model;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tuning-fork-model-'));
  execFileSync(python, ['test/kit/python/make_tiny_model.py', folder], { stdio: 'pipe' });
  model = folder;
  return folder;
}

afterAll(() => {
  if (model !== null) fs.rmSync(model, { recursive: true, force: true });
  model = null;
});

/** A folder with model, data and `tiny.sft.yaml`, which trains `steps` steps in seconds; removed after the test. */
export function makeTinyTraining(python: string, steps: number): string {
  const folder = makeFolder();
  fs.cpSync(tinyModel(python), path.join(folder, 'model'), { recursive: true });
  const rows = Array.from({ length: 16 }, (_, index) => ({
    messages: [
      { role: 'user', content: `say ${index}` },
      { role: 'assistant', content: `number ${index} it is` },
    ],
  }));
  fs.writeFileSync(path.join(folder, 'train.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  fs.writeFileSync(path.join(folder, 'tiny.sft.yaml'), recipe(steps));
  return folder;
}

function recipe(steps: number): string {
  return `model_name_or_path: ./model
datasets:
  - path: json
    data_files: train.jsonl
    split: train
output_dir: out
max_steps: ${steps}
per_device_train_batch_size: 2
logging_steps: 1
learning_rate: 1.0e-2
max_length: 128
seed: 3
use_cpu: true
bf16: false
report_to: none
save_strategy: steps
save_steps: ${steps}
`;
}
