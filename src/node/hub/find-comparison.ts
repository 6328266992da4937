import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { comparison, type Comparison } from '../../core/compare/comparison.ts';
import { isAbsolutePath, nameOfPath } from '../../core/hub/hide-paths.ts';
import { parseNonFiniteJson } from '../../core/run/non-finite-json.ts';

const fileName = 'comparison.json';

/** The newest comparison of a run below a folder's `.tuning-fork`; null where there is none. */
export async function findComparison(folder: string, runId: string): Promise<Comparison | null> {
  const own = path.join(folder, '.tuning-fork');
  const names = await fs.readdir(own, { recursive: true }).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => path.basename(name) === fileName)
      .map((name) => readComparison(path.join(own, name))),
  );
  return (
    found
      .flatMap((each) => (each?.run === runId ? [each] : []))
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0] ?? null
  );
}

/** A comparison.json, or the one in a folder; null where there is none that can be read. */
export async function readComparison(place: string): Promise<Comparison | null> {
  const file = path.basename(place) === fileName ? place : path.join(place, fileName);
  try {
    const parsed = v.safeParse(comparison, parseNonFiniteJson(await fs.readFile(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** A comparison as others may read it: folders of this computer are named by their last part. */
export function shareComparison(whole: Comparison): Comparison {
  const model = ({ name, path }: Comparison['before']): Comparison['before'] => ({
    name: shortened(name),
    path: shortened(path),
  });
  return {
    ...whole,
    before: model(whole.before),
    after: model(whole.after),
    template: { ...whole.template, from: shortened(whole.template.from) },
    data: whole.data && { ...whole.data, path: nameOfPath(whole.data.path) },
  };
}

function shortened(text: string): string {
  return isAbsolutePath(text) ? nameOfPath(text) : text;
}
