import { fileFindings } from './file-findings.ts';
import type { LintedFile } from './finding.ts';
import { byPlace } from './finding-order.ts';
import { withWorst } from './row-worst.ts';

/** A linted file with what other rules found in it added. */
export function joinFindings(linted: LintedFile, others: LintedFile | null): LintedFile {
  if (others === null || saysNothing(others)) return linted;
  const ignored = [...(linted.ignored ?? []), ...(others.ignored ?? [])];
  const findings = linted.findings.concat(others.findings).sort(byPlace);
  const unlisted = [...(linted.unlisted ?? []), ...(others.unlisted ?? [])];
  const unlistedIgnored = [...(linted.unlistedIgnored ?? []), ...(others.unlistedIgnored ?? [])];
  const { summaries } = linted;
  return {
    ...linted,
    ...fileFindings({ findings, ignored, unlisted, unlistedIgnored }),
    ...(summaries === undefined ? {} : { summaries: withWorst(summaries, findings) }),
  };
}

/** Nothing was found, and nothing ignored. */
export function saysNothing({ findings, ignored = [] }: LintedFile): boolean {
  return findings.length === 0 && ignored.length === 0;
}
