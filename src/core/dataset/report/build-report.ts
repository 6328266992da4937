import type { Finding, LintedFile } from '../findings/finding.ts';
import type { DatasetReport, RowGroup, TrainedTokens } from './dataset-report.ts';
import { BIAS_RULES } from './bias-rules.ts';
import { findingsByRule } from './findings-by-rule.ts';
import { findingsToReview } from './findings-to-review.ts';
import { groupOf } from './group-of.ts';
import { listedWords } from './listed-words.ts';
import { FIRST_ROWS } from '../comparing/group-tally.ts';
import { ignoredGroups } from './ignored-groups.ts';
import type { RowCountsOfFile } from './row-counts.ts';
import { rowClusters } from './row-clusters.ts';

/** The report without the beginnings of its rows, which are taken in a second look at the file. */
export type ReportOutline = Omit<DatasetReport, 'excerpts'>;

/** What may be chosen of an outline. */
export interface OutlineChoice {
  /** Rows that are named of each thing. */
  readonly most?: number | undefined;
  /** The files that are trained on in which the rows were looked up, as they are shown. */
  readonly comparedWith?: readonly string[] | undefined;
}

/**
 * Builds the report of a file from what the rules found and what was counted in its rows.
 * @param linted by all rules, the slow ones and those about bias included
 */
export function reportOutline(
  linted: LintedFile,
  counts: RowCountsOfFile,
  sha256: string,
  { most = FIRST_ROWS, comparedWith = [] }: OutlineChoice = {},
): ReportOutline {
  const { path, format, rows, bytes } = linted;
  const findings = linted.findings.filter(({ rule }) => !BIAS_RULES.includes(rule));
  const unlisted = (linted.unlisted ?? []).filter(({ rule }) => !BIAS_RULES.includes(rule));
  const found = (wanted: string): Finding[] => findings.filter(({ rule }) => rule === wanted);
  return {
    version: 1,
    file: { path, format, rows, bytes, sha256 },
    findings: findingsByRule(findings, most, unlisted),
    ...counts,
    mixedRegisters: groupOf(found('mixed-politeness'), most),
    duplicates: {
      exact: rowClusters(findings, 'exact-duplicate', most),
      near: rowClusters(findings, 'near-duplicate', most),
    },
    contradictions: rowClusters(findings, 'contradictory-answers', most),
    overlap:
      comparedWith.length === 0
        ? null
        : { ...groupOf(found('train-eval-overlap'), most), with: [...comparedWith] },
    review: findingsToReview(findings, most),
    bias: listedWords(linted.findings, most),
    ...(linted.ignored === undefined ? {} : { ignored: ignoredGroups(linted.ignored, most) }),
  };
}

/** The rows that a page of the report names; row 0 is the file as a whole. */
export function namedRows(outline: ReportOutline): Set<number> {
  const { duplicates, contradictions, lengths, scripts, training } = outline;
  const groups = [
    ...outline.findings.rules.map(({ first }) => ({ first: first.map(({ row }) => row) })),
    ...lengths.flatMap(({ bins }) => bins),
    ...outline.turns,
    ...outline.roles,
    ...scripts.flatMap((each) => each.scripts),
    outline.otherScript,
    ...outline.registers,
    outline.mixedRegisters,
    ...[duplicates.exact, duplicates.near, contradictions].flatMap(({ largest }) =>
      largest.slice(0, FIRST_ROWS),
    ),
    ...outline.review,
    ...outline.bias,
    ...(outline.overlap === null ? [] : [outline.overlap]),
    ...(outline.ignored ?? []),
    ...[training.answers, training.others].flatMap(({ turns, characters }) => [turns, characters]),
    training.withoutAnswer,
    ...(outline.tokens === undefined ? [] : tokenGroups(outline.tokens)),
  ];
  const named = new Set(groups.flatMap(({ first }) => first.slice(0, FIRST_ROWS)));
  named.delete(0);
  return named;
}

/** The rows behind what is said of tokens. */
export function tokenGroups(tokens: TrainedTokens): RowGroup[] {
  if (tokens.kind === 'not-counted') return [];
  const { trainedIn, contextIn, perRow, trainedPerRow, cut, dropped, untrained, stopped } = tokens;
  const bins = [...(perRow?.bins ?? []), ...(trainedPerRow?.bins ?? [])];
  return [trainedIn, contextIn, ...bins, cut, dropped, untrained, stopped];
}
