import fs from 'node:fs/promises';
import { applyFixes, isSafelyFixable } from '../../core/dataset/apply-fixes.ts';
import type { Finding, LintedFile } from '../../core/dataset/finding.ts';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import { lintBytes } from '../../core/dataset/linter.ts';

/** A fix may bring to light what it hid, such as white space behind a removed character; more rounds than this are a rule at odds with itself. */
const MOST_ROUNDS = 5;

export interface FixedDataset {
  /** What is left in the fixed file. */
  readonly linted: LintedFile;
  readonly applied: number;
  /** Where the file as it was is kept; null if it was not changed in place. */
  readonly backup: string | null;
  /** The file has more to fix than is done at once. */
  readonly isMoreLeft: boolean;
}

/**
 * Applies the safe fixes of a JSONL or JSON file, into `out` or in place, where the file as it was stays beside it as `.bak`. The
 * file is whole at every moment: the new bytes are written beside it and take its name. A file with more findings than are listed is
 * fixed as far as it goes in some rounds, and `isMoreLeft` says if that was not all.
 * @throws the error of the file system; `EEXIST` if `out` is there already
 */
export async function fixFile(path: string, options: LintOptions, out: string | null): Promise<FixedDataset> {
  const before = await fs.readFile(path);
  let bytes: Uint8Array = before;
  let linted = lintBytes(bytes, options);
  let applied = 0;
  // of a file with more findings than are listed the first that can be fixed, wherever they are
  const isCut = linted.unlisted !== undefined;
  const fixableIn = (each: Uint8Array): Finding[] =>
    lintBytes(each, { ...options, isListed: isSafelyFixable }).findings;
  let fixable = isCut ? fixableIn(bytes) : linted.findings.filter(isSafelyFixable);
  for (let round = 0; round < MOST_ROUNDS && fixable.length > 0; round++) {
    const fixed = applyFixes(bytes, fixable);
    bytes = fixed.bytes;
    applied += fixed.applied;
    if (isCut) {
      fixable = fixableIn(bytes);
      continue;
    }
    linted = lintBytes(bytes, options);
    fixable = linted.findings.filter(isSafelyFixable);
  }
  if (isCut && applied > 0) linted = lintBytes(bytes, options);
  const isMoreLeft = fixable.length > 0;
  if (out !== null) {
    await fs.writeFile(out, bytes, { flag: 'wx' });
    return { linted, applied, backup: null, isMoreLeft };
  }
  if (applied === 0) return { linted, applied, backup: null, isMoreLeft };
  return { linted, applied, backup: await replaceFile(path, before, bytes), isMoreLeft };
}

async function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Promise<string> {
  const backup = await writeBackup(path, before);
  const part = `${path}.part`;
  try {
    const { mode } = await fs.stat(path);
    await fs.writeFile(part, after, { mode });
    await fs.rename(part, path);
  } catch (error) {
    await fs.rm(part, { force: true });
    throw error;
  }
  return backup;
}

const MOST_BACKUPS = 100;

/** `FILE.bak`, or the first of `FILE.bak.2`, … that is free: an earlier original is never written over. */
async function writeBackup(path: string, bytes: Uint8Array): Promise<string> {
  for (let n = 1; ; n++) {
    const backup = n === 1 ? `${path}.bak` : `${path}.bak.${n}`;
    try {
      await fs.writeFile(backup, bytes, { flag: 'wx' });
      return backup;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isTaken || n === MOST_BACKUPS) throw error;
    }
  }
}
