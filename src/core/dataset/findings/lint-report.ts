import * as v from 'valibot';
import { formatMessage } from '../../text/format-message.ts';
import type { Language } from '../../text/message.ts';
import { sumOf } from './finding-counts.ts';
import { finding, ignoredFinding, lintedFile, type Finding, type LintedFile } from './finding.ts';

/** A finding as JSON shows it: the message is a sentence. */
export const reportedFinding = v.object({
  ...finding.entries,
  message: v.string(),
  /** `safe`: taken by `--fix`. */
  fix: v.optional(v.object({ title: v.string(), safe: v.boolean() })),
});
export type ReportedFinding = v.InferOutput<typeof reportedFinding>;

const reportedFile = v.object({
  ...v.omit(lintedFile, ['summaries', 'rowsAreElements']).entries,
  findings: v.array(reportedFinding),
  ignored: v.optional(v.array(v.omit(ignoredFinding, ['entries']))),
  /** How many of `counts` are not in `findings`, because a file has too many to list them all; absent where all are. */
  unlisted: v.optional(v.number()),
  /** How many more were ignored than `ignored` lists; absent where it lists all. */
  unlistedIgnored: v.optional(v.number()),
});

/** `lint --format json`. */
export const lintReport = v.object({ version: v.literal(1), files: v.array(reportedFile) });
export type LintReport = v.InferOutput<typeof lintReport>;

/** One line of `lint --format jsonl`: a file's findings in order, then the file itself. */
export const lintReportLine = v.union([
  v.object({ version: v.literal(1), path: v.string(), ...reportedFinding.entries }),
  v.object({ version: v.literal(1), ...v.omit(reportedFile, ['findings']).entries }),
]);

/** A finding in one language. */
export function asReportedFinding(found: Finding, language: Language): ReportedFinding {
  const { fix, message, ...rest } = found;
  const reported = { ...rest, message: sentence(message, language) };
  if (fix === undefined) return reported;
  return { ...reported, fix: { title: sentence(fix.title, language), safe: fix.safe } };
}

function sentence({ id, args }: Finding['message'], language: Language): string {
  return formatMessage(args === undefined ? { id } : { id, args }, language);
}

/** A file with its findings in one language; of the ignored ones what they are, of those that are not listed how many. */
export function asReportedFile(file: LintedFile, language: Language): LintReport['files'][number] {
  const { path, format, rows, bytes, findings, counts } = file;
  const reported = findings.map((found) => asReportedFinding(found, language));
  const ignored = file.ignored?.map(({ rule, row, reason }) => ({ rule, row, reason }));
  const unlisted = sumOf(file.unlisted);
  const unlistedIgnored = sumOf(file.unlistedIgnored);
  return {
    path,
    format,
    rows,
    bytes,
    findings: reported,
    counts,
    ...(ignored === undefined ? {} : { ignored }),
    ...(unlisted === 0 ? {} : { unlisted }),
    ...(unlistedIgnored === 0 ? {} : { unlistedIgnored }),
  };
}
