import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReportedFile } from './report-claims.ts';

const shared = process.env['TF_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../shared');
const reference = path.join(shared, 'tools/lint-reference.py');
const script = path.resolve(import.meta.dirname, '../python/compare_with_lint_reference.py');

/** Rules of ours that the reference counts. */
export const referenceRules = [
  'json-syntax',
  'blank-line',
  'invalid-utf-8',
  'byte-order-mark',
  'not-an-object',
  'exact-duplicate',
  'replacement-character',
  'empty-content',
  'crlf-line-ends',
  'mixed-line-ends',
  'no-break-space',
  'control-character',
  'zero-width-character',
  'mojibake',
  'edge-white-space',
  'special-token-text',
];

/** Why nothing can be held against the reference linter; null if it can be. */
export function referenceMissing(): string | null {
  if (!existsSync(reference)) return `there is no ${reference}`;
  return hasPython() ? null : 'there is no python3';
}

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
}

/** How one file compares; `refused` where Python itself could not read it. */
export interface ReferenceAnswer {
  readonly path: string;
  readonly refused?: string;
  readonly rows?: boolean;
  readonly first?: boolean;
  readonly dispute?: Readonly<Record<string, unknown>>;
  readonly counts?: Readonly<Record<string, unknown>>;
}

/** Holds reports against the reference linter. @param report where the JSON for it is written */
export function compareWithReference(files: readonly ReportedFile[], report: string): ReferenceAnswer[] {
  writeFileSync(report, JSON.stringify({ version: 1, files }));
  const answer = execFileSync('python3', [script, reference, report, referenceRules.join()], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(answer) as ReferenceAnswer[];
}
