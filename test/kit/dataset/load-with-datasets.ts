import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '../../../src/core/dataset/json/json-value.ts';

/** What `datasets` made of a file, or what stopped it. */
export type LoadAnswer =
  | { readonly type: unknown; readonly rows: readonly JsonObject[] }
  | { readonly error: readonly [string, string] };

/** What `datasets` makes of files of these texts, in their order. @param python an interpreter that has it. @param what rows too, or types alone. */
export function loadWithDatasets(
  python: string,
  files: readonly { readonly text: string; readonly isArray: boolean }[],
  what: 'rows' | 'types' = 'rows',
): LoadAnswer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-loading-'));
  try {
    const names = files.map(({ text, isArray }, n) => {
      const name = `${String(n).padStart(4, '0')}.${isArray ? 'json' : 'jsonl'}`;
      writeFileSync(path.join(folder, name), text);
      return name;
    });
    const script = path.resolve('test/kit/python/load_with_datasets.py');
    const answer = execFileSync(python, [script, folder, what], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const answers = JSON.parse(answer.replaceAll(/\bNaN\b/g, 'null')) as Record<string, LoadAnswer>;
    return names.map((name) => answers[name] ?? { error: ['no answer', name] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
