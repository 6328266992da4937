// Counting tokens: our wrapper of @huggingface/tokenizers against the Rust library in Python, one thread each, CPU seconds.
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { ensurePython } from '../../scripts/python-environment.ts';
import { readTokenizer } from '../../src/core/tokens/tokenizer.ts';
import { cpuSeconds, interleave, median } from './kit/interleave.ts';
import { PythonReference } from './kit/python-reference.ts';
import { report, skipped, type BenchRow } from './kit/report.ts';

const ROUNDS = 5;
const root = path.resolve(import.meta.dirname, '../..');
const model = path.join(root, 'out/sample-model');
const what = 'tokens, sample model';

async function measure(): Promise<BenchRow> {
  const tokenizerFile = path.join(model, 'tokenizer.json');
  const config = await fs.readFile(path.join(model, 'tokenizer_config.json'), 'utf8');
  const tokenizer = readTokenizer(await fs.readFile(tokenizerFile, 'utf8'), config);
  const texts = (await fs.readFile(path.join(root, 'media/sample/data/train.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const characters = texts.join('').length;
  const python = new PythonReference(await ensurePython());
  const request = { kind: 'tokens', tokenizer: tokenizerFile, texts, repeat: 20 };
  const count = (): number => texts.reduce((sum, text) => sum + tokenizer.count(text), 0);
  const { result } = await python.ask({ ...request, repeat: 1 });
  if (result !== count()) throw new Error(`The counts differ: ${count()} and ${String(result)}.`);
  const { ours, reference } = await interleave(ROUNDS, {
    ours: () =>
      cpuSeconds(() => {
        for (let n = 0; n < request.repeat; n += 1) count();
      }),
    reference: async () => (await python.ask(request)).seconds,
  });
  python.close();
  const speed = (seconds: number): string =>
    `${((characters * request.repeat) / seconds / 1e6).toFixed(2)} M characters/s`;
  return {
    what,
    ours: speed(median(ours)),
    reference: speed(median(reference)),
    ratio: `${(median(reference) / median(ours)).toFixed(2)} ×`,
    goal: '≥ 5 ×',
  };
}

const hasModel = existsSync(path.join(model, 'tokenizer.json'));
report([hasModel ? await measure() : skipped(what, 'out/sample-model is not there; npm start makes it')]);
