import * as v from 'valibot';
import { knownRow, type KnownRow } from '../configuration/known-row.ts';
import { unlistedFindings, type Finding, type UnlistedFindings } from '../findings/finding.ts';
import { keptMessage } from '../findings/finding-maker.ts';
import type { KeptRecords } from '../comparing/row-records.ts';

/** A stretch of a JSONL file from one line to another, each row checked on its own, as if the segment began the file. */
export interface LintedSegment {
  /** Lines, blank ones too. */
  readonly lines: number;
  readonly rows: number;
  readonly findings: Finding[];
  /** Those beyond the ones that were asked for. */
  readonly unlisted: readonly UnlistedFindings[];
  /** Rows of which tuning-fork.yaml speaks. */
  readonly known: readonly KnownRow[];
  /** How its lines end. */
  readonly ends: { readonly crlf: boolean; readonly lf: boolean };
  /** The columns of its first row of prose (`Row.proseColumns`); null if there is none. */
  readonly proseColumns: readonly string[] | null;
  /** Each of its lines is a row of prose in these columns. */
  readonly isProse: boolean;
  /** What is needed to compare its rows with others. */
  readonly records: KeptRecords;
}

/** The same on its way from another thread of this program: findings and records are taken as they are. */
export const sentSegment = v.object({
  lines: v.number(),
  rows: v.number(),
  /** As JSON: a structured clone of so many small objects takes twice the time, and to look at each as long as to find it. */
  findings: v.string(),
  unlisted: v.array(unlistedFindings),
  known: v.array(knownRow),
  ends: v.object({ crlf: v.boolean(), lf: v.boolean() }),
  proseColumns: v.nullable(v.array(v.string())),
  isProse: v.boolean(),
  records: v.custom<KeptRecords>((value) => typeof value === 'object' && value !== null),
});
type SentSegment = v.InferOutput<typeof sentSegment>;

/** A linted segment as it is sent to another thread. */
export function sendSegment(linted: LintedSegment): SentSegment {
  const { proseColumns, known, findings, unlisted } = linted;
  return {
    ...linted,
    known: [...known],
    unlisted: [...unlisted],
    proseColumns: proseColumns === null ? null : [...proseColumns],
    findings: JSON.stringify(findings),
  };
}

/** A linted segment as another thread has sent it. What is equal in messages is shared again, since a file may have millions. */
export function receiveSegment(sent: SentSegment): LintedSegment {
  const findings = JSON.parse(sent.findings) as Finding[];
  for (const found of findings)
    if (found.message.args === undefined) found.message = keptMessage(found.message);
  return { ...sent, findings };
}

/** Moves a finding in a JSONL file, whose rows are numbered by their lines, below more lines. */
export function moveFinding(found: Finding, lines: number): void {
  found.row += lines;
  if (found.line !== undefined) found.line += lines;
  if (found.endLine !== undefined) found.endLine += lines;
}
