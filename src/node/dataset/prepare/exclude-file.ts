import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { LintedFile } from '../../../core/dataset/findings/finding.ts';
import { sumOf } from '../../../core/dataset/findings/finding-counts.ts';
import {
  countByFirstRule,
  excludedRows,
  type ExcludedRow,
} from '../../../core/dataset/prepare/excluded-rows.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { FileSurroundings } from '../file-surroundings.ts';
import { lintFile } from '../lint-file.ts';
import { NewFiles } from './new-files.ts';
import type { PartFile } from '../../files/part-file.ts';
import { readableStat, readSource, refuseOther, type Reading, type SourceFile } from './source-file.ts';

export interface ExcludeRequest {
  /** Absolute. */
  readonly input: string;
  /** Absolute; null: only say what would go. */
  readonly output: string | null;
  /** Ids of rules of the linter. */
  readonly rules: readonly string[];
  /** Folder up to which recipes are looked for, absolute; the file's own if absent. */
  readonly root?: string | undefined;
  /** Digest that the file must have; if absent, it may be another. */
  readonly expected?: string | null;
  readonly force: boolean;
  /** Of this program, for the note. */
  readonly version: string;
  readonly reading: (phase: 'linted' | 'written') => Reading;
}

export interface Excluded {
  readonly source: SourceFile;
  readonly dropped: readonly ExcludedRow[];
}

/**
 * Writes the rows of a file that no finding of the rules names, byte for byte, and a note of where they come from.
 * @throws {HumanError} where it cannot be done; the error of the file system; the signal's reason. Nothing is left behind then.
 */
export async function excludeFile(request: ExcludeRequest): Promise<Excluded> {
  const { input, output, rules, reading } = request;
  const files = output === null ? null : new NewFiles([output], [input], request.force);
  const before = await readableStat(input);
  const { findings, unlisted } = await linted(request);
  if (unlisted !== undefined)
    throw new HumanError('prepare.exclude.unlisted', { path: input, count: sumOf(unlisted) });
  const named = excludedRows(findings, rules);
  try {
    const part = output === null ? null : (files?.open(output) ?? null);
    const excluded = await copyOthers(named, part, request);
    refuseOther(excluded.source, request.expected);
    const { mtimeMs } = await stat(input);
    if (mtimeMs !== before.mtimeMs || excluded.source.bytes !== before.size)
      throw new HumanError('prepare.changed', { path: input });
    if (excluded.dropped.length === excluded.source.rows)
      throw new HumanError('prepare.exclude.nothing-left', { path: input, rows: excluded.source.rows });
    if (part !== null) await files?.publish([[part, originOf(excluded, request)]], reading('written').signal);
    return excluded;
  } finally {
    files?.abandon();
  }
}

/** @throws {HumanError} where a rule has nothing to compare the file with */
async function linted({
  input,
  rules,
  root = path.dirname(input),
  reading,
}: ExcludeRequest): Promise<LintedFile> {
  const choice = { only: rules, deep: true };
  const beside = await new FileSurroundings(root, (file) => file).of(input, choice);
  if (rules.includes('train-eval-overlap') && beside.trained?.length === 0)
    throw new HumanError('prepare.exclude.nothing-trained', { path: input });
  return lintFile(input, { path: input, ...choice, ...beside }, reading('linted'));
}

/** @param part null: nothing is written */
async function copyOthers(
  named: ReadonlyMap<number, ExcludedRow>,
  part: PartFile | null,
  { input, reading }: ExcludeRequest,
): Promise<Excluded> {
  const dropped: ExcludedRow[] = [];
  const source = await readSource(
    input,
    (row) => {
      const excluded = named.get(row.number);
      if (excluded === undefined) part?.writeLine(row.bytes);
      else dropped.push(excluded);
    },
    reading('written'),
  );
  return { source, dropped };
}

function originOf({ source, dropped }: Excluded, { rules, version }: ExcludeRequest) {
  const counts = [...countByFirstRule(dropped)].map(([what, rows]) => ({ what, rows }));
  const steps = [{ step: 'exclude' as const, rules: [...rules] }];
  return { version, sources: [source], steps, dropped: counts };
}
