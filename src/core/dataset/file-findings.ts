import { countByRule } from './finding-counts.ts';
import type { LintedFile } from './finding.ts';

/** All that a file's findings are, none of it absent. */
type FoundInAll = {
  readonly [Part in 'findings' | 'ignored' | 'unlisted' | 'unlistedIgnored']: NonNullable<LintedFile[Part]>;
};

/** The findings of a file with their counts; of the rest what there is some of. */
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
