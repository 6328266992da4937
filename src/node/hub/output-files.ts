import fs from 'node:fs/promises';
import path from 'node:path';

/** A file of a run's output folder that is part of the model. */
export interface OutputFile {
  /** As it will be named in the repository. */
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

const adapterWeights = /^adapter_model\.(?:safetensors|bin)$/;
const modelWeights = /^(?:model\.safetensors|pytorch_model\.bin)$/;
const shard = /^(?:model|pytorch_model)-\d+-of-(\d+)\.(?:safetensors|bin)$/;
const shardIndex = /^(?:model|pytorch_model)\S*\.index\.json$/;

/** What a model is made of. All else stays: checkpoints, the optimizer, training_args.bin, logs, the output of other runs. */
const parts = [
  /^model.*\.safetensors$/,
  /^pytorch_model.*\.bin$/,
  adapterWeights,
  shardIndex,
  /^(?:config|generation_config|adapter_config|processor_config|preprocessor_config)\.json$/,
  /^(?:tokenizer|tokenizer_config|special_tokens_map|added_tokens|vocab|chat_template)\.json$/,
  /^(?:vocab\.txt|merges\.txt|tokenizer\.model|spiece\.model|sentencepiece\.bpe\.model|chat_template\.jinja)$/,
  /^(?:modeling|configuration|tokenization)_\w+\.py$/,
];
const templateFolder = 'additional_chat_templates';

/** Whether a file of an output folder or a repository, by its path in it, is part of the model. */
export function isModelFile(name: string): boolean {
  const [folder, file, ...deeper] = name.split('/');
  if (file === undefined) return parts.some((part) => part.test(name));
  return folder === templateFolder && deeper.length === 0 && file.endsWith('.jinja');
}

/** What an output folder holds. */
export interface ModelOutput {
  readonly kind: 'adapter' | 'model';
  readonly files: readonly OutputFile[];
}

/** The model that a run has left in its output folder; null where there is none, or half of one. Links are left out. */
export async function outputFiles(folder: string): Promise<ModelOutput | null> {
  const files = [
    ...(await regularFiles(folder, '', isModelFile)),
    ...(await regularFiles(folder, templateFolder, (name) => isModelFile(`${templateFolder}/${name}`))),
  ];
  const names = files.map((each) => each.path);
  const isAdapter = names.includes('adapter_config.json');
  const isWhole = isAdapter ? names.some((name) => adapterWeights.test(name)) : hasWholeWeights(names);
  if (!isWhole || (!isAdapter && !names.includes('config.json'))) return null;
  return { kind: isAdapter ? 'adapter' : 'model', files };
}

/** One file, or an index with as many shards as each of them says. */
function hasWholeWeights(names: readonly string[]): boolean {
  if (names.some((name) => modelWeights.test(name))) return true;
  const counts = names.flatMap((name) => shard.exec(name)?.[1] ?? []);
  return names.some((name) => shardIndex.test(name)) && counts.length === Number(counts[0] ?? NaN);
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
