import { countByRule } from '../findings/finding-counts.ts';
import type { Finding, LintedFile } from '../findings/finding.ts';
import { findingAt } from '../findings/finding-maker.ts';
import type { Span } from '../reading/place.ts';
import type { Subject, SubjectOf } from '../rule.ts';
import type { RuleSet } from '../rule-set.ts';
import type { ParsedConfiguration } from './parse-configuration.ts';

/** What is known of a tuning-fork.yaml after datasets were linted with it. */
export interface UsedConfiguration {
  /** As it is shown. */
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedConfiguration;
  /** Entries that matched nothing. */
  readonly unused: ReadonlySet<number>;
}

/** The findings about a tuning-fork.yaml itself: its faults, and entries that nothing matches. It has no rows. */
export function lintConfiguration(configuration: UsedConfiguration, rules: RuleSet): LintedFile {
  const { path, text, parsed, unused } = configuration;
  const faults = parsed.faults.flatMap((fault) =>
    ask(rules, 'configuration', { kind: 'configuration', fault }, fault.span),
  );
  const needless = parsed.ignores.flatMap((entry, n) => {
    const span = parsed.spans[n];
    if (span === undefined || !unused.has(n)) return [];
    return ask(rules, 'unused-ignore', { kind: 'unused-ignore', entry }, span);
  });
  const findings = [...faults, ...needless].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const bytes = new TextEncoder().encode(text).length;
  return { path, format: 'unknown', rows: 0, bytes, findings, counts: countByRule(findings) };
}

function ask<K extends Subject['kind']>(
  rules: RuleSet,
  kind: K,
  subject: SubjectOf<K>,
  span: Span,
): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, severity } of rules.on(kind)) {
    rule.check(subject, (found) => findings.push(findingAt(rule.id, severity, 0, span, found)));
  }
  return findings;
}
