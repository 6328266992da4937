import { countByRule } from './finding-counts.ts';
import type { LintedFile } from './finding.ts';

/** The lists of findings of a file; empty instead of absent. */
type FoundInAll = {
  readonly [Part in 'findings' | 'ignored' | 'unlisted' | 'unlistedIgnored']: NonNullable<LintedFile[Part]>;
};

/** The findings of a file with their counts; of the other lists those that are not empty. */
export function fileFindings({
  findings,
  ignored,
  unlisted,
  unlistedIgnored,
}: FoundInAll): Pick<LintedFile, keyof FoundInAll | 'counts'> {
  return {
    findings,
    counts: countByRule(findings, unlisted),
    ...(ignored.length === 0 ? {} : { ignored }),
    ...(unlisted.length === 0 ? {} : { unlisted }),
    ...(unlistedIgnored.length === 0 ? {} : { unlistedIgnored }),
  };
}
