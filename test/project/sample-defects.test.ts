import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintFile } from '../../src/node/dataset/lint-file.ts';

const sample = join(import.meta.dirname, '../../media/sample');

/** `line: rules` for each line of a file that has findings. */
async function rulesByLine(path: string): Promise<Record<number, string[]>> {
  const linted = await lintFile(join(sample, path), { path });
  const found: Record<number, string[]> = {};
  for (const { row, rule } of linted.findings) (found[row] ??= []).push(rule);
  return Object.fromEntries(Object.entries(found).map(([row, rules]) => [row, rules.toSorted()]));
}

/** The table of the README: `| 8 | `rule`, `rule` | … |`. */
function promisedRules(): Record<number, string[]> {
  const readme = readFileSync(join(sample, 'README.md'), 'utf8');
  const rows = readme.matchAll(/^\| (\d+) \| ((?:`[a-z0-9-]+`(?:, )?)+) \|/gm);
  return Object.fromEntries(
    Array.from(rows, ([, line, rules = '']) => [line, rules.replaceAll('`', '').split(', ').toSorted()]),
  );
}

describe('linting the sample project', () => {
  it('finds in defects.jsonl what the README promises, and nothing in the good rows between', async () => {
    const promised = promisedRules();
    expect(Object.keys(promised)).toHaveLength(11);
    expect(await rulesByLine('defects.jsonl')).toEqual(promised);
  });

  it.each(['data/train.jsonl', 'data/test.jsonl'])('finds nothing in %s', async (path) => {
    expect(await rulesByLine(path)).toEqual({});
  });
});
