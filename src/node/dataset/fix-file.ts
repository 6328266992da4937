import fs from 'node:fs/promises';
import { applyFixes, isSafelyFixable } from '../../core/dataset/findings/apply-fixes.ts';
import type { LintedFile } from '../../core/dataset/findings/finding.ts';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import { fixLines, type FixedLines } from '../../core/dataset/findings/fix-lines.ts';
import { lintBytes } from '../../core/dataset/linter.ts';
import { markLength } from '../../core/dataset/reading/mark-length.ts';
import { beginsLines } from '../../core/dataset/reading/row-reader.ts';
import { errorCode } from '../files/error-code.ts';
import { writeNewFile } from './write-new-file.ts';

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
 * file is whole at every moment: the new bytes are written beside it and take its name; a link stays one. A JSON array with more findings than are listed
 * is fixed as far as it goes in some rounds, and `isMoreLeft` says if that was not all.
 * @throws the error of the file system, or a sentence with its code, and the file is as it was; `EEXIST` if `out` is there already
 */
export async function fixFile(path: string, options: LintOptions, out: string | null): Promise<FixedDataset> {
  const before = await fs.readFile(path);
  const { bytes, linted, applied, isMoreLeft } = await fixed(before, lintBytes(before, options), options);
  if (out !== null) {
    await writeNewFile(out, bytes, false);
    return { linted, applied, backup: null, isMoreLeft };
  }
  if (applied === 0) return { linted, applied, backup: null, isMoreLeft };
  return { linted, applied, backup: await replaceFile(path, before, bytes), isMoreLeft };
}

interface FixedBytes extends FixedLines {
  /** What is left in them. */
  readonly linted: LintedFile;
}

/** @param linted what is found in them */
async function fixed(bytes: Uint8Array, linted: LintedFile, options: LintOptions): Promise<FixedBytes> {
  if (linted.unlisted === undefined) return fixAll(bytes, linted, options);
  const hasLines = beginsLines(bytes.subarray(markLength(bytes)), options.longestText);
  const some = await (hasLines ? fixEachLine(bytes, linted, options) : fixSome(bytes, options));
  return { ...some, linted: some.applied === 0 ? linted : lintBytes(some.bytes, options) };
}

/** @param linted of them; what is said of the file as a whole is always listed */
async function fixEachLine(bytes: Uint8Array, linted: LintedFile, options: LintOptions): Promise<FixedLines> {
  const ofFile = linted.findings.filter((found) => found.row === 0 && isSafelyFixable(found));
  const first = applyFixes(bytes, ofFile);
  const ofLines = await fixLines(first.bytes, options, MOST_ROUNDS);
  return { ...ofLines, applied: first.applied + ofLines.applied };
}

/** Of what can be fixed as much as is listed at a time, wherever it is. */
function fixSome(bytes: Uint8Array, options: LintOptions): FixedLines {
  const listing = { ...options, isListed: isSafelyFixable };
  return fixAll(bytes, lintBytes(bytes, listing), listing);
}

function fixAll(before: Uint8Array, first: LintedFile, options: LintOptions): FixedBytes {
  let [bytes, linted, applied] = [before, first, 0];
  let fixable = linted.findings.filter(isSafelyFixable);
  for (let round = 0; round < MOST_ROUNDS && fixable.length > 0; round++) {
    const changed = applyFixes(bytes, fixable);
    bytes = changed.bytes;
    applied += changed.applied;
    linted = lintBytes(bytes, options);
    fixable = linted.findings.filter(isSafelyFixable);
  }
  return { bytes, linted, applied, isMoreLeft: fixable.length > 0 };
}

async function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Promise<string> {
  const backup = await writeBackup(path, before);
  try {
    await writeNewFile(path, after, true);
  } catch (error) {
    await fs.rm(backup, { force: true });
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
      await writeNewFile(backup, bytes, false, path);
      return backup;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || n === MOST_BACKUPS) throw error;
    }
  }
}
