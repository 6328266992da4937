import { applyFixes, isSafelyFixable, type FixedFile } from './apply-fixes.ts';
import { FindingFilter } from '../configuration/finding-filter.ts';
import { joinBytes } from '../reading/join-bytes.ts';
import type { LintOptions } from '../lint-options.ts';
import { SegmentLint } from '../segments/segment-lint.ts';

const LF = 0x0a;
/** Bytes of lines that are mended at a time: each may be a finding. */
const PIECE = 1 << 18;

export interface FixedLines extends FixedFile {
  /** Fixing some lines brought up more findings than are fixed at once. */
  readonly isMoreLeft: boolean;
}

/**
 * Applies the safe fixes of a JSONL file piece by piece, for files with more fixable findings than are listed. What
 * can safely be fixed in a row depends on no other row.
 * @param rounds the most times that a piece is gone over
 */
export async function fixLines(bytes: Uint8Array, options: LintOptions, rounds: number): Promise<FixedLines> {
  const { rules, only, deep, ignores = [] } = options;
  const filter = new FindingFilter(ignores);
  const lint = new SegmentLint({ rules, only, deep, digests: filter.digests });
  const fixed: FixedLines[] = [];
  for (let from = 0; from < bytes.length;) {
    const last = bytes.indexOf(LF, from + PIECE);
    const to = last < 0 ? bytes.length : last + 1;
    fixed.push(await fixPiece(bytes.subarray(from, to), { lint, filter, rounds }));
    from = to;
  }
  return {
    bytes: joinBytes(fixed.map((each) => each.bytes)),
    applied: fixed.reduce((sum, { applied }) => sum + applied, 0),
    isMoreLeft: fixed.some(({ isMoreLeft }) => isMoreLeft),
  };
}

interface Fixing {
  readonly lint: SegmentLint;
  readonly filter: FindingFilter;
  readonly rounds: number;
}

async function fixPiece(piece: Uint8Array, { lint, filter, rounds }: Fixing): Promise<FixedLines> {
  let [bytes, applied] = [piece, 0];
  for (let round = 0; ; round++) {
    const { findings, known } = await lint.lint(alone(bytes), { offset: 0, mostListed: Infinity });
    const fixable = filter.split(findings, known).findings.filter(isSafelyFixable);
    if (fixable.length === 0 || round === rounds) return { bytes, applied, isMoreLeft: fixable.length > 0 };
    const fixed = applyFixes(bytes, fixable);
    bytes = fixed.bytes;
    applied += fixed.applied;
  }
}

async function* alone(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
