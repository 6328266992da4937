import { fileFindings } from './findings/file-findings.ts';
import type { LintedFile } from './findings/finding.ts';
import { withWorst } from './findings/row-worst.ts';
import { RuleSet, type RuleChoice } from './rule-set.ts';

/** Of the chosen rules only those that follow the rows of a file one after another. */
export function followersOf(choice: RuleChoice): RuleChoice & { readonly only: string[] } {
  return { rules: choice.rules, only: new RuleSet(choice).onFile().map(({ rule }) => rule.id) };
}

/** What is known of a file in two parts, which are joined by `joinFindings`. */
export interface LintParts {
  /** All but what the followers said. */
  readonly linted: LintedFile;
  readonly followers: LintedFile;
}

/** @param followers ids of the rules whose findings are taken out */
export function withoutFollowers(whole: LintedFile, followers: readonly string[]): LintParts {
  const ids = new Set(followers);
  const isOwn = ({ rule }: { readonly rule: string }): boolean => !ids.has(rule);
  const isTheirs = ({ rule }: { readonly rule: string }): boolean => ids.has(rule);
  const theirs = partOf(whole, isTheirs);
  if (theirs.findings.length === 0 && theirs.ignored === undefined)
    return { linted: whole, followers: theirs };
  const linted = partOf(whole, isOwn);
  const { summaries } = whole;
  return {
    linted:
      summaries === undefined ? linted : { ...linted, summaries: withWorst(summaries, linted.findings) },
    followers: theirs,
  };
}

function partOf(whole: LintedFile, isOfPart: (each: { readonly rule: string }) => boolean): LintedFile {
  const { path, format, rows, bytes } = whole;
  const found = fileFindings({
    findings: whole.findings.filter(isOfPart),
    ignored: (whole.ignored ?? []).filter(isOfPart),
    unlisted: (whole.unlisted ?? []).filter(isOfPart),
    unlistedIgnored: (whole.unlistedIgnored ?? []).filter(isOfPart),
  });
  return { path, format, rows, bytes, ...found };
}
