import * as v from 'valibot';
import { countByRule } from '../count-by-rule.ts';
import { finding, type Finding, type LintedFile } from '../finding.ts';
import { byPlace } from '../finding-order.ts';

/** A stretch of a JSONL file from one line to another, linted as if it began the file. */
export const lintedSegment = v.object({
  /** Its place among the segments of the file. */
  index: v.number(),
  /** Lines, blank ones too. */
  lines: v.number(),
  findings: v.array(finding),
});
export type LintedSegment = v.InferOutput<typeof lintedSegment>;

/** What the rules that look at rows alone found in all segments, added to what the others found in the whole file. */
export function joinSegments(whole: LintedFile, segments: readonly LintedSegment[]): LintedFile {
  const findings = [...whole.findings];
  let lines = 0;
  for (const segment of segments.toSorted((a, b) => a.index - b.index)) {
    for (const found of segment.findings) findings.push(movedDown(found, lines));
    lines += segment.lines;
  }
  findings.sort(byPlace);
  return { ...whole, findings, counts: countByRule(findings) };
}

/** The rows of a JSONL file are numbered by their lines. */
function movedDown(found: Finding, lines: number): Finding {
  const { row, line, endLine } = found;
  if (line === undefined || endLine === undefined) return { ...found, row: row + lines };
  return { ...found, row: row + lines, line: line + lines, endLine: endLine + lines };
}
