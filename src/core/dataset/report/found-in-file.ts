import type { MessageArgs } from '../../text/message.ts';
import { countBySeverity, severityByRule, sumOf } from '../count-by-rule.ts';
import type { Finding, UnlistedFindings } from '../finding.ts';
import { bySeverity } from '../severity-order.ts';
import type { DatasetReport, RowGroup, RuleFindings } from './dataset-report.ts';
import { FIRST_ROWS, GroupTally } from './group-tally.ts';

/**
 * Findings by rule, the gravest and most frequent first.
 * @param findings in the order of `byPlace`
 * @param most rows that are named of each rule
 * @param unlisted findings that are counted alone: nothing is known of their rows
 */
export function findingsByRule(
  findings: readonly Finding[],
  most = FIRST_ROWS,
  unlisted: readonly UnlistedFindings[] = [],
): DatasetReport['findings'] {
  const counts = countBySeverity({ findings, unlisted });
  const listed = [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap((each) =>
    summed(each, most),
  );
  const gravest = severityByRule({ findings, unlisted });
  const rules = withUnlisted(listed, unlisted).map((each) => ({
    ...each,
    severity: gravest.get(each.rule) ?? each.severity,
  }));
  rules.sort((a, b) => bySeverity(a.severity, b.severity) || b.count - a.count || (a.rule < b.rule ? -1 : 1));
  const sum = { errors: counts.error, warnings: counts.warning, infos: counts.info };
  return unlisted.length === 0 ? { ...sum, rules } : { ...sum, rules, unlisted: sumOf(unlisted) };
}

function withUnlisted(
  listed: readonly RuleFindings[],
  unlisted: readonly UnlistedFindings[],
): RuleFindings[] {
  const more = new Map<string, UnlistedFindings>();
  for (const each of unlisted)
    more.set(each.rule, { ...each, count: each.count + (more.get(each.rule)?.count ?? 0) });
  const rules = listed.map((each) => ({ ...each, count: each.count + (more.get(each.rule)?.count ?? 0) }));
  for (const { rule } of listed) more.delete(rule);
  for (const { rule, severity: grave, count } of more.values())
    rules.push({ rule, severity: grave, count, rows: 0, first: [] });
  return rules;
}

function summed(findings: readonly Finding[], most: number): RuleFindings[] {
  const [one] = findings;
  if (one === undefined) return [];
  const { count, rows } = groupOf(findings, most);
  const firstOfRow = new Map<number, Finding>();
  for (const found of findings) {
    if (firstOfRow.size === most) break;
    if (!firstOfRow.has(found.row)) firstOfRow.set(found.row, found);
  }
  const first = [...firstOfRow.values()].map(({ row, message }) => ({ row, message }));
  return [{ rule: one.rule, severity: one.severity, count, rows, first }];
}

/** The rows of findings. */
export function groupOf(findings: readonly Pick<Finding, 'row'>[], most = FIRST_ROWS): RowGroup {
  const tally = new GroupTally(most);
  for (const { row } of findings) tally.add(row);
  return tally.group();
}

/** Rules whose findings a person must read, in the order of the list. */
const TO_REVIEW = ['secret', 'personal-data', 'hidden-instruction'];

/** What is to be reviewed by what it is, which the sentence of the finding tells; no value is in it. */
export function findingsToReview(findings: readonly Finding[], most = FIRST_ROWS): DatasetReport['review'] {
  const kinds = new Map<string, { rule: string; kind: string; service: string; tally: GroupTally }>();
  for (const { rule, row, message } of findings) {
    if (!TO_REVIEW.includes(rule)) continue;
    const kind = message.id.split('.').at(-1) ?? '';
    const named = message.args?.['service'];
    const service = typeof named === 'string' ? named : '';
    const name = `${rule} ${kind} ${service}`;
    const known = kinds.get(name) ?? { rule, kind, service, tally: new GroupTally(most) };
    kinds.set(name, known);
    known.tally.add(row);
  }
  return [...kinds.values()]
    .map(({ tally, ...rest }) => ({ ...rest, ...tally.group() }))
    .sort((a, b) => TO_REVIEW.indexOf(a.rule) - TO_REVIEW.indexOf(b.rule) || b.count - a.count);
}

/** Rules that list words for a person to read: what they find is a list of its own in a report, and none of its findings. */
export const BIAS_RULES: readonly string[] = ['group-and-trait', 'slur'];

/** More different words are not told apart, only counted. */
const MOST_WORDS = 50;

/** Stands for all words of a rule that are not told apart. */
const OTHER_WORDS = '';

/** What the rules about bias list, by the words that made it listed, the most frequent first. */
export function listedWords(findings: readonly Finding[], most = FIRST_ROWS): DatasetReport['bias'] {
  const listed = findings.filter(({ rule }) => BIAS_RULES.includes(rule));
  const byWords = Map.groupBy(listed, ({ rule, message }) => `${rule} ${wordsOf(message.args)}`);
  const groups = [...byWords]
    .map(([, found]) => ({ found, words: wordsOf(found[0]?.message.args) }))
    .sort((a, b) => b.found.length - a.found.length || (a.words < b.words ? -1 : 1));
  const named = groups.slice(0, MOST_WORDS);
  const others = Map.groupBy(
    groups.slice(MOST_WORDS).flatMap(({ found }) => found),
    ({ rule }) => rule,
  );
  return [...named, ...[...others.values()].map((found) => ({ found, words: OTHER_WORDS }))].map(
    ({ found, words }) => ({ rule: found[0]?.rule ?? '', words, ...groupOf(found, most) }),
  );
}

function wordsOf(args: MessageArgs = {}): string {
  const words = args['words'];
  return typeof words === 'string' ? words.toLowerCase() : '';
}
