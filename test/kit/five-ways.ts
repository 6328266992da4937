import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { parseRecipe } from '../../src/core/recipe/parse-recipe.ts';
import { pythonScript } from '../../src/core/recipe/python-script.ts';
import { parseRunEvents } from '../../src/core/run/parse-run-events.ts';
import { findInterpreter } from '../../src/node/python/find-interpreter.ts';
import { buildPlan } from '../../src/node/recipe/build-plan.ts';
import { launchRequest } from '../../src/node/run/launch-request.ts';
import { LocalLauncher } from '../../src/node/run/local-launcher.ts';
import { runFiles, runsFolder } from '../../src/node/run/run-directory.ts';
import { cli } from './cli-process.ts';
import { entriesOfRuns } from './fake-run.ts';

/** A recipe with what makes losses differ most easily: an adapter with dropout, masked turns, evaluation. */
export const fiveWaysRecipe = `model_name_or_path: ./model
dataset_name: ./data
chat_template_path: ./template.jinja
assistant_only_loss: true
use_peft: true
lora_r: 4
lora_alpha: 8
lora_dropout: 0.1
lora_target_modules: [q_proj, v_proj]
eval_strategy: steps
eval_steps: 2
output_dir: out
max_steps: 6
per_device_train_batch_size: 2
gradient_accumulation_steps: 2
logging_steps: 1
learning_rate: 2e-2
max_length: 128
seed: 3
use_cpu: true
bf16: false
report_to: none
save_steps: 6
num_cpu_threads_per_process: 2
`;

const template = `{% for message in messages %}{% if message['role'] == 'assistant' %}<|im_start|>assistant
{% generation %}{{ message['content'] + '<|im_end|>' }}{% endgeneration %}{% else %}<|im_start|>{{ message['role'] }}
{{ message['content'] + '<|im_end|>' }}{% endif %}
{% endfor %}`;

/** One way to start a training. It leaves `out/checkpoint-6` in the folder. */
export type Way = (folder: string, python: string) => Promise<unknown>;

/** What the button calls. */
export const byButton: Way = async (folder, command) => {
  const named = { command, source: { id: 'python.source.named' } };
  const python = await findInterpreter({ named, folder: null, env: process.env });
  const request = { recipePath: 'tiny.sft.yaml', cwd: folder, python, env: process.env };
  const { launch, plan } = await buildPlan(request);
  if (launch === null) throw new Error(JSON.stringify(plan.lines));
  const launcher = new LocalLauncher({ python: path.resolve('python') });
  const handle = await launcher.launch(launchRequest(launch, process.env));
  return handle.ended;
};

export const byCommandLine: Way = async (folder, python) => {
  const { code, notes } = await cli(folder, ['train', 'tiny.sft.yaml', '--python', python]);
  if (code !== 0) throw new Error(notes);
};

export const byTrl: Way = (folder, python) => {
  // What the `trl` script does that pip installs.
  const main = 'import sys; from trl.cli.main import main; sys.exit(main(sys.argv[1:]))';
  const words = ['-c', main, 'sft', '--config', 'tiny.sft.yaml'];
  return promisify(execFile)(python, words, { cwd: folder, env: plainEnvironment(python) });
};

export const byExportedScript: Way = (folder, python) => startByHeader(folder, python, exportedScript());

/** An own script: two lines more than the exported one. */
export const byObservedScript: Way = (folder, python) => {
  const script = exportedScript()
    .replace('from trl import', 'from tuning_fork import observe\nfrom trl import')
    .replace('trainer.train()', 'observe(trainer)\n    trainer.train()');
  return startByHeader(folder, python, script);
};

function exportedScript(): string {
  const { recipe } = parseRecipe(fiveWaysRecipe);
  if (recipe === null) throw new Error('the recipe cannot be read');
  return pythonScript(recipe, { recipe: 'tiny.sft.yaml', script: 'train.py' });
}

/** Runs the line that the script itself names at its top, as a reader would copy it. */
function startByHeader(folder: string, python: string, script: string): Promise<unknown> {
  fs.writeFileSync(path.join(folder, 'train.py'), script);
  const line = /^# {3}(accelerate launch .*)$/m.exec(script)?.[1];
  if (line === undefined) throw new Error(`no line to start it with: ${script}`);
  return promisify(execFile)('/bin/sh', ['-c', line], { cwd: folder, env: plainEnvironment(python) });
}

function plainEnvironment(python: string): NodeJS.ProcessEnv {
  const { PATH = '' } = process.env;
  return {
    ...process.env,
    PATH: `${path.dirname(python)}${path.delimiter}${PATH}`,
    PYTHONPATH: path.resolve('python'),
    HF_HUB_OFFLINE: '1',
    PYTHONUTF8: '1',
  };
}

/** A number that training printed, by step: `train` or `eval`. */
export interface Losses {
  readonly train: readonly number[];
  readonly eval: readonly number[];
}

/** As TRL itself wrote them, at full precision. */
export function checkpointLosses(folder: string): Losses {
  const file = path.join(folder, 'out/checkpoint-6/trainer_state.json');
  const { log_history } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    log_history: Record<string, number>[];
  };
  const pick = (key: string): number[] => log_history.flatMap((entry) => entry[key] ?? []);
  return { train: pick('loss'), eval: pick('eval_loss') };
}

/** As events of the one run in the folder. */
export function recordedLosses(folder: string): Losses {
  const [id = ''] = entriesOfRuns(folder);
  const events = parseRunEvents(fs.readFileSync(path.join(runsFolder(folder), id, runFiles.events), 'utf8'));
  return {
    train: events.flatMap((event) => (event.type === 'log' ? (event.metrics['loss'] ?? []) : [])),
    eval: events.flatMap((event) => (event.type === 'eval' ? (event.metrics['eval_loss'] ?? []) : [])),
  };
}

/** Turns a folder of makeTinyTraining into one with the recipe of the five ways, data to evaluate on and a template. */
export function prepareFiveWays(folder: string): void {
  fs.mkdirSync(path.join(folder, 'data'));
  fs.renameSync(path.join(folder, 'train.jsonl'), path.join(folder, 'data/train.jsonl'));
  const rows = fs.readFileSync(path.join(folder, 'data/train.jsonl'), 'utf8').split('\n').slice(0, 4);
  fs.writeFileSync(path.join(folder, 'data/test.jsonl'), `${rows.join('\n')}\n`);
  fs.writeFileSync(path.join(folder, 'template.jinja'), template);
  fs.writeFileSync(path.join(folder, 'tiny.sft.yaml'), fiveWaysRecipe);
}
