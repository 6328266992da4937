import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import type { RunRecord } from '../../src/core/run/run-record.ts';
import { runsFolder } from '../../src/node/run/run-directory.ts';
import { madeRunRecord } from './made-run-record.ts';

/** A run that has ended, with all its files on this computer. */
export interface RecordedRun {
  readonly id: string;
  /** The folder that `.tuning-fork` is in. */
  readonly folder: string;
  readonly directory: string;
  readonly outputDir: string;
}

interface RecordedRunOptions {
  readonly kind?: 'adapter' | 'model';
  /** What the recipe and the adapter name; a folder of that name is made unless it has a namespace. */
  readonly base?: string;
  /** Files of the output folder besides, or in place of the usual ones; null takes one away. */
  readonly output?: Readonly<Record<string, string | Buffer | null>>;
  readonly record?: Partial<RunRecord>;
}

/** Writes a run as the launcher and the runner leave it, in a folder that is removed after the test. */
export function recordRun(options: RecordedRunOptions = {}): RecordedRun {
  const { kind = 'adapter', base = 'model' } = options;
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tf-recorded-')));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  if (!base.includes('/')) fs.mkdirSync(path.join(folder, base));
  const id = '20261125-223335-tiny-579a';
  const directory = path.join(runsFolder(folder), id);
  const outputDir = path.join(folder, 'out');
  const record: RunRecord = { ...recordOf(id, folder, outputDir), ...options.record };
  writeAll(directory, {
    'run.json': JSON.stringify(record),
    'recipe.yaml': `model_name_or_path: ${base}\ndataset_name: data\noutput_dir: ${outputDir} # 결과\n`,
    'events.jsonl': events(),
    'output.log': '',
  });
  writeAll(outputDir, { ...outputFiles(kind, base), ...options.output });
  return { id, folder, directory, outputDir };
}

function recordOf(id: string, folder: string, outputDir: string): RunRecord {
  return madeRunRecord({
    id,
    outputDir,
    versions: { trl: '1.16.0', transformers: '5.23.0', peft: '0.21.2' },
    uid: process.getuid?.() ?? null,
    data: [{ path: path.join(folder, '데이터', 'train.jsonl'), sha256: sha256('rows'), rows: 60 }],
  });
}

/** Three steps that end well. */
function events(): string {
  const time = '2026-11-25T22:34:00.000Z';
  const logs = [3, 2, 1].map((loss, index) => ({
    type: 'log',
    step: index + 1,
    epoch: null,
    metrics: { loss },
  }));
  return [...logs, { type: 'ended', outcome: 'completed' }]
    .map((event, index) => `${JSON.stringify({ v: 1, seq: index + 1, time, ...event })}\n`)
    .join('');
}

function outputFiles(kind: 'adapter' | 'model', base: string): Record<string, string | Buffer> {
  const weights = Buffer.alloc(11_000_000, 'weights');
  const common = {
    'README.md': 'fine-tuned version of None',
    'tokenizer.json': '{}',
    'tokenizer_config.json': '{"tokenizer_class": "TokenizersBackend"}\n',
    'chat_template.jinja': '{% for message in messages %}{{ message.content }}{% endfor %}',
    'training_args.bin': 'pickled',
    'checkpoint-3/optimizer.pt': 'moments',
    'checkpoint-3/adapter_model.safetensors': 'older',
  };
  return kind === 'adapter'
    ? {
        ...common,
        'adapter_config.json': JSON.stringify({ base_model_name_or_path: base, peft_type: 'LORA', r: 16 }),
        'adapter_model.safetensors': weights,
      }
    : { ...common, 'config.json': '{"model_type": "llama"}', 'model.safetensors': weights };
}

function writeAll(folder: string, files: Readonly<Record<string, string | Buffer | null>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (content === null) fs.rmSync(file, { force: true });
    else fs.writeFileSync(file, content);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
