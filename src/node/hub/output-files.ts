import fs from 'node:fs/promises';
import path from 'node:path';

/** A file of a run's output folder that is part of the model. */
export interface OutputFile {
  /** As it will be named in the repository. */
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

const weights = [/^model.*\.safetensors$/, /^pytorch_model.*\.bin$/, /^adapter_model\.(?:safetensors|bin)$/];

/** What a model is made of. All else stays: checkpoints, the optimizer, training_args.bin, logs, the output of other runs. */
const parts = [
  ...weights,
  /^(?:model|pytorch_model)\S*\.index\.json$/,
  /^(?:config|generation_config|adapter_config|processor_config|preprocessor_config)\.json$/,
  /^(?:tokenizer|tokenizer_config|special_tokens_map|added_tokens|vocab|chat_template)\.json$/,
  /^(?:vocab\.txt|merges\.txt|tokenizer\.model|spiece\.model|sentencepiece\.bpe\.model|chat_template\.jinja)$/,
  /^(?:modeling|configuration|tokenization)_\w+\.py$/,
];
const templateFolder = 'additional_chat_templates';

/** What an output folder holds. */
export interface ModelOutput {
  readonly kind: 'adapter' | 'model';
  readonly files: readonly OutputFile[];
}

/** The model that a run has left in its output folder; null where there is none, or half of one. Links are left out. */
export async function outputFiles(folder: string): Promise<ModelOutput | null> {
  const files = [
    ...(await regularFiles(folder, '', (name) => parts.some((part) => part.test(name)))),
    ...(await regularFiles(folder, templateFolder, (name) => name.endsWith('.jinja'))),
  ];
  const has = (name: string): boolean => files.some((each) => each.path === name);
  const isAdapter = has('adapter_config.json');
  const weighty = files.some(
    (each) =>
      weights.some((one) => one.test(each.path)) && each.path.startsWith('adapter_model') === isAdapter,
  );
  if (!weighty || (!isAdapter && !has('config.json'))) return null;
  return { kind: isAdapter ? 'adapter' : 'model', files };
}

async function regularFiles(
  folder: string,
  below: string,
  wanted: (name: string) => boolean,
): Promise<OutputFile[]> {
  const place = path.join(folder, below);
  const entries = await fs.readdir(place, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((each) => each.isFile() && wanted(each.name)).map((each) => each.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const file = path.join(place, name);
      return { path: path.posix.join(below, name), file, bytes: (await fs.stat(file)).size };
    }),
  );
}
