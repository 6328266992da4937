import type { Finding } from '../findings/finding.ts';

/** A row that goes, and the rules that named it, in the order in which they were asked for. */
export interface ExcludedRow {
  readonly row: number;
  readonly rules: readonly string[];
}

/** The rows that some rules named, by their numbers; what is said of a file as a whole names none. */
export function excludedRows(
  findings: readonly Finding[],
  rules: readonly string[],
): ReadonlyMap<number, ExcludedRow> {
  const named = new Map<number, Set<string>>();
  for (const { row, rule } of findings) {
    if (row === 0 || !rules.includes(rule)) continue;
    const known = named.get(row);
    if (known === undefined) named.set(row, new Set([rule]));
    else known.add(rule);
  }
  return new Map([...named].map(([row, by]) => [row, { row, rules: rules.filter((rule) => by.has(rule)) }]));
}

/** Rows by the first of the rules that named them, so that each is counted once. */
export function countByFirstRule(rows: Iterable<ExcludedRow>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rules } of rows) {
    const [first] = rules;
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return counts;
}
