import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../src/core/dataset/findings/finding.ts';
import { lintBytes } from '../../src/core/dataset/linter.ts';
import { ruleById } from '../../src/core/dataset/rule-set.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/labelled');
/** The folder of rows that rules were improved with. */
export const DEVELOPMENT = 'development';
const LINE = /^\{"row": (?<row>.*), "named": (?<named>true|false)\}$/;
/** A small file by itself, with the numbers of the rows that are to be named. */
const FILE = /^\{"rows": \[.*\], "named": \[[\d, ]*\]\}$/;

/** How a rule that guesses does on rows that somebody labelled before it was written. */
export interface Measured {
  readonly rule: string;
  readonly rows: number;
  /** Share of the rows, or small files, that the rule names that are labelled so. */
  readonly precision: number;
  /** Share of the rows labelled so that the rule names. */
  readonly recall: number;
  /** Rows that it names and should not, and that it should and does not, as JSON texts. */
  readonly falselyNamed: readonly string[];
  readonly missed: readonly string[];
}

/** Ids of the rules with labelled rows in test/fixtures/labelled. */
export function labelledRules(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && name !== 'korean-register.jsonl')
    .map((name) => path.parse(name).name)
    .toSorted();
}

/** Ids of the rules with rows that they were improved with, which say nothing of how they do on others. */
export function developedRules(): string[] {
  return readdirSync(path.join(folder, DEVELOPMENT)).map((name) => path.parse(name).name);
}

/**
 * Asks the rule alone of each labelled row, as it is written in the file; one that compares rows is asked of all of them together, or,
 * where small files are labelled, of each of these.
 */
export function measure(rule: string, under = ''): Measured {
  const lines = readFileSync(path.join(folder, under, `${rule}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const areFiles = lines.every((line) => FILE.test(line));
  return measured(rule, areFiles ? judgedFiles(rule, lines) : judgedRows(rule, lines));
}

/** A row or a small file: whether something is to be named in it, whether the rule names something, and just that. */
interface Judged {
  readonly row: string;
  readonly is: boolean;
  readonly said: boolean;
  readonly isRight: boolean;
}

function measured(rule: string, judged: readonly Judged[]): Measured {
  const right = judged.filter(({ isRight }) => isRight).length;
  const falselyNamed = judged.filter(({ said, isRight }) => said && !isRight).map(({ row }) => row);
  const missed = judged.filter(({ is, isRight }) => is && !isRight).map(({ row }) => row);
  return {
    rule,
    rows: judged.length,
    precision: right / Math.max(1, right + falselyNamed.length),
    recall: right / Math.max(1, right + missed.length),
    falselyNamed,
    missed,
  };
}

function judgedRows(rule: string, lines: readonly string[]): Judged[] {
  const labelled = lines.map((line) => {
    const { row, named } = LINE.exec(line)?.groups ?? {};
    if (row === undefined) throw new Error(`no labelled row: ${line}`);
    return { row, is: named === 'true' };
  });
  const named = rowsNamed(
    rule,
    labelled.map(({ row }) => row),
  );
  return labelled.map(({ row, is }, n) => ({ row, is, said: named.has(n), isRight: is && named.has(n) }));
}

/** All rows that are to be named must be, and no other, be it as the first of them or as related. */
function judgedFiles(rule: string, lines: readonly string[]): Judged[] {
  return lines.map((line) => {
    const { rows, named } = JSON.parse(line) as { rows: unknown[]; named: number[] };
    const said = findingsIn(rule, rows.map((row) => JSON.stringify(row)).join('\n'))
      .flatMap(({ row, related = [] }) => [row, ...related.map((each) => each.row)])
      .toSorted((a, b) => a - b);
    const is = named.length > 0;
    return { row: line, is, said: said.length > 0, isRight: is && said.join() === named.join() };
  });
}

/** The rows, by their position, in which the rule finds something. */
function rowsNamed(rule: string, rows: readonly string[]): ReadonlySet<number> {
  if (ruleById(rule)?.on === 'file')
    return new Set(findingsIn(rule, rows.join('\n')).map(({ row }) => row - 1));
  return new Set(rows.flatMap((row, n) => (findingsIn(rule, row).length > 0 ? [n] : [])));
}

function findingsIn(rule: string, text: string): readonly Finding[] {
  return lintBytes(new TextEncoder().encode(text), { path: rule, only: [rule], deep: true }).findings;
}
