import type { LintedFile } from '../../../src/core/dataset/findings/finding.ts';
import { rowClusters } from '../../../src/core/dataset/report/row-clusters.ts';

/** A column of the counted facts and what of ours stands beside it. */
export interface FactColumn {
  readonly name: string;
  /** How the column of the table is headed. */
  readonly heading: string;
  readonly ours: (linted: LintedFile) => number;
  /** Why we count other than the facts where we do; the first that holds is given. */
  readonly reasons: readonly Reason[];
}

/** Why a count differs, and how many the facts must then have, by a count of its own; null where it says nothing of this file. */
export interface Reason {
  readonly why: string;
  readonly facts: (file: CountedFile) => number | null;
}

export interface CountedFile {
  readonly name: string;
  readonly ours: number;
  readonly linted: LintedFile;
  readonly rows: readonly unknown[];
  readonly text: string;
}

function ofRule(rule: string): (linted: LintedFile) => number {
  return ({ counts }) => counts[rule] ?? 0;
}

function plain(name: string, rule: string, reasons: readonly Reason[] = []): FactColumn {
  return { name, heading: rule, ours: ofRule(rule), reasons };
}

/** Every column that a rule is about; the others (hangul, max_row, keysets, null, roles) are no faults. */
export const factColumns: readonly FactColumn[] = [
  { name: 'rows', heading: 'rows', ours: ({ rows }) => rows, reasons: [] },
  plain('bad_lines', 'json-syntax'),
  plain('blank_lines', 'blank-line'),
  plain('bom', 'byte-order-mark'),
  plain('crlf', 'crlf-line-ends', [
    {
      why: 'CSV knows no rule about line ends; the facts count lines',
      facts: ({ name, text }) => (name.endsWith('.csv') ? text.split('\r\n').length - 1 : null),
    },
  ]),
  plain('exact_dups', 'exact-duplicate'),
  {
    name: 'conflicts',
    heading: 'contradictory-answers (prompts)',
    ours: ({ findings }) => rowClusters(findings, 'contradictory-answers').groups,
    reasons: [
      {
        why: 'Q and A are no format of ours: unknown-format on each row',
        facts: ({ linted, rows }) => (linted.format === 'unknown' ? conflicts(rows, 'Q', 'A') : null),
      },
    ],
  },
  plain('ufffd', 'replacement-character'),
  plain('mojibake', 'mojibake', [
    {
      why: 'the facts look for letters alone: Â° is none',
      facts: ({ ours, text }) => ours - (text.match(/\\u00c2\\u00b0|Â°/g) ?? []).length,
    },
    {
      why: 'the facts know some pairs of letters: Ã§, and Ã with a control character, are others',
      facts: ({ ours, rows }) => ours - inTexts(rows, /\u00c3[\u00a7\u0080-\u009f]/g),
    },
  ]),
  plain('zero_width', 'zero-width-character', [
    {
      why: 'the facts count soft hyphens and direction marks, and joiners within emoji and Arabic script',
      facts: ({ rows }) => inTexts(rows, /[\u200b-\u200f\u2060\ufeff\u00ad]/g),
    },
  ]),
  plain('nbsp', 'no-break-space', [
    { why: 'the facts count U+00A0 alone', facts: ({ rows }) => inTexts(rows, /\u00a0/g) },
    { why: 'a run is one finding', facts: ({ rows }) => inTexts(rows, /[\u00a0\u202f]/g) },
  ]),
  plain('empty', 'empty-content', [
    { why: 'an empty input of Alpaca is no error', facts: ({ ours, rows }) => ours + emptyInputs(rows) },
  ]),
  plain('edge_ws', 'edge-white-space'),
  plain('special_tokens', 'special-token-text', [
    {
      why: '</think> is not among the texts that are taken for special tokens',
      facts: ({ ours, rows }) => ours + unopened(rows),
    },
  ]),
];

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* textsOf(each);
}

function inTexts(rows: readonly unknown[], pattern: RegExp): number {
  let count = 0;
  for (const text of textsOf(rows)) count += text.match(pattern)?.length ?? 0;
  return count;
}

function emptyInputs(rows: readonly unknown[]): number {
  return rows.filter((row) => (row as { input?: unknown }).input === '').length;
}

/** Texts that close a thought which they did not open. */
function unopened(rows: readonly unknown[]): number {
  let count = 0;
  for (const text of textsOf(rows)) if (text.includes('</think>') && !text.includes('<think>')) count += 1;
  return count;
}

/** Prompts with several answers. */
function conflicts(rows: readonly unknown[], prompt: string, answer: string): number {
  const answers = new Map<unknown, Set<unknown>>();
  for (const row of rows as Record<string, unknown>[]) {
    const known = answers.get(row[prompt]) ?? new Set();
    answers.set(row[prompt], known.add(row[answer]));
  }
  return [...answers.values()].filter(({ size }) => size > 1).length;
}
