import type { Finding } from './finding.ts';
import { bySeverity } from './severity-order.ts';

/** How many findings of one file are listed at once: more could be neither drawn nor read. */
export const FINDINGS_A_PAGE = 1000;

/** A part of a file's findings. */
export interface FindingsPage {
  readonly findings: readonly Finding[];
  /** Where it begins among all of them, from 0. */
  readonly from: number;
  readonly total: number;
  /** Where the next one begins; the first one follows the last. */
  readonly next: number;
}

/** The page that begins at a place, the gravest findings first. A place that is not there any more is the beginning. */
export function findingsPage(findings: readonly Finding[], from: number): FindingsPage {
  const total = findings.length;
  if (total <= FINDINGS_A_PAGE) return { findings, from: 0, total, next: 0 };
  const start = from < total ? from : 0;
  const end = start + FINDINGS_A_PAGE;
  const worstFirst = findings.toSorted((a, b) => bySeverity(a.severity, b.severity));
  return { findings: worstFirst.slice(start, end), from: start, total, next: end < total ? end : 0 };
}
