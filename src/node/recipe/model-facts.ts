import fs from 'node:fs/promises';
import path from 'node:path';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import * as v from 'valibot';
import { cachedSnapshot } from '../hub/cached-snapshot.ts';
import { kindOfPath } from './find-files.ts';
import { sha256Of, readJson, readTextFile } from './read-file.ts';
import { countParameters } from './safetensors-header.ts';

/** A model that is on this computer. */
export interface ModelFacts {
  readonly folder: string;
  /** Name to show: the sample's own, else as the recipe writes it. */
  readonly name: string;
  readonly from: 'folder' | 'cache';
  readonly modelType: string | null;
  /** Bytes of the weight files. */
  readonly bytes: number;
  /** Numbers in the safetensors files; null where there are none. */
  readonly parameters: number | null;
  /** The folder holds a LoRA adapter on this base model. */
  readonly adapterOf: string | null;
  readonly templateSha256: string | null;
  readonly tokenizerSha256: string | null;
}

/** The model a recipe names: its facts, or why it is not on this computer. */
export type FoundModel =
  | { readonly kind: 'found'; readonly facts: ModelFacts }
  | { readonly kind: 'missing-folder'; readonly path: string }
  | { readonly kind: 'not-in-cache'; readonly id: string; readonly path: string }
  | { readonly kind: 'no-config'; readonly path: string };

const config = v.object({ model_type: v.optional(v.string()) });
const adapterConfig = v.object({ base_model_name_or_path: v.optional(v.nullable(v.string())) });
const sampleMarker = v.object({ name: v.string() });
/** Written into the sample project's model folder by what makes it. */
export const SAMPLE_MARKER = 'tuning-fork-model.json';

/** Looks for `model_name_or_path` as transformers does: a folder from `cwd`, else a repository in the Hub cache. */
export async function findModel(
  name: string,
  revision: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<FoundModel> {
  const folder = path.resolve(cwd, name);
  if ((await kindOfPath(folder)) === 'folder') return inFolder(folder, name, 'folder');
  if (!isRepositoryId(name)) return { kind: 'missing-folder', path: name };
  const snapshot = await cachedSnapshot('models', name, revision, env);
  return snapshot === null
    ? { kind: 'not-in-cache', id: name, path: folder }
    : inFolder(snapshot, name, 'cache');
}

async function inFolder(folder: string, name: string, from: ModelFacts['from']): Promise<FoundModel> {
  const at = (file: string): string => path.join(folder, file);
  const own = v.safeParse(config, await readJson(at('config.json')));
  const adapter = v.safeParse(adapterConfig, await readJson(at('adapter_config.json')));
  if (!own.success && !adapter.success) return { kind: 'no-config', path: name };
  const marker = v.safeParse(sampleMarker, await readJson(at(SAMPLE_MARKER)));
  const weights = (await fs.readdir(folder)).filter(isWeights).sort().map(at);
  const sizes = await Promise.all(weights.map(async (file) => (await fs.stat(file)).size));
  return {
    kind: 'found',
    facts: {
      folder,
      name: marker.success ? marker.output.name : name,
      from,
      modelType: own.success ? (own.output.model_type ?? null) : null,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      parameters: await countParameters(weights),
      adapterOf: adapter.success ? (adapter.output.base_model_name_or_path ?? null) : null,
      templateSha256: await templateSha256(folder),
      tokenizerSha256: await sha256Of(at('tokenizer.json')),
    },
  };
}

function isWeights(file: string): boolean {
  return /\.safetensors$|^pytorch_model.*\.bin$|\.gguf$/.test(file);
}

const tokenizerConfig = v.object({ chat_template: v.optional(v.unknown()) });

/** Hash of the chat template's text: `chat_template.jinja`, else what tokenizer_config.json holds. */
export async function templateSha256(folder: string): Promise<string | null> {
  const own = await sha256Of(path.join(folder, 'chat_template.jinja'));
  if (own !== null) return own;
  const parsed = v.safeParse(tokenizerConfig, await readJson(path.join(folder, 'tokenizer_config.json')));
  if (!parsed.success || parsed.output.chat_template === undefined) return null;
  const template = parsed.output.chat_template;
  return sha256Of(null, typeof template === 'string' ? template : JSON.stringify(template));
}

/** Whether a missing `model` is the sample project's own, which the product can make. */
export async function isSampleModel(name: string, cwd: string, recipeFolder: string): Promise<boolean> {
  if (path.resolve(cwd, name) !== path.join(recipeFolder, 'model')) return false;
  if ((await readTextFile(path.join(recipeFolder, 'model', SAMPLE_MARKER))) !== null) return true;
  const template = await kindOfPath(path.join(recipeFolder, 'chat_template.jinja'));
  return template === 'file' && (await kindOfPath(path.join(recipeFolder, 'data'))) === 'folder';
}
