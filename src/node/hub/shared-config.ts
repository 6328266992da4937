import fs from 'node:fs/promises';
import * as v from 'valibot';
import { isAbsolutePath } from '../../core/hub/hide-paths.ts';
import type { OutputFile } from './output-files.ts';

const config = v.record(v.string(), v.unknown());
/** Where transformers and PEFT write what a model or a tokenizer was loaded from. */
const names = ['_name_or_path', 'name_or_path', 'base_model_name_or_path'];

/** Files whose text is looked through before it leaves. A vocabulary is none, since whatever text may be a token of it. */
export function isConfig(file: OutputFile): boolean {
  return /(?:config|_map)\.json$|\.jinja$/.test(file.path);
}

/**
 * The text of a configuration as it is shared: what it was loaded from is the base model at the Hub, or left out.
 * @param baseModel id at the Hub; null where there is none
 */
export async function sharedConfig(file: OutputFile, baseModel: string | null): Promise<string> {
  const text = await fs.readFile(file.file, 'utf8');
  if (!file.path.endsWith('.json')) return text;
  const parsed = v.safeParse(config, tryJson(text));
  if (!parsed.success) return text;
  const changed = names.filter((name) => mustChange(name, parsed.output[name], baseModel));
  if (changed.length === 0) return text;
  const next = {
    ...parsed.output,
    ...Object.fromEntries(changed.map((name) => [name, baseModel ?? undefined])),
  };
  return `${JSON.stringify(next, null, 2)}\n`;
}

function mustChange(name: string, value: unknown, baseModel: string | null): boolean {
  if (typeof value !== 'string' || value === '') return false;
  return name === 'base_model_name_or_path'
    ? value !== baseModel
    : isAbsolutePath(value) || value.startsWith('.');
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
