import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lintBytes } from '../../src/core/dataset/linter.ts';
import { ruleById } from '../../src/core/dataset/rule-set.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/labelled');
/** The folder of rows that rules were improved with. */
export const DEVELOPMENT = 'development';
const LINE = /^\{"row": (?<row>.*), "named": (?<named>true|false)\}$/;

/** How a rule that guesses does on rows that somebody labelled before it was written. */
export interface Measured {
  readonly rule: string;
  readonly rows: number;
  /** Share of the rows that the rule names that are labelled so. */
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

/** Asks the rule alone of each labelled row, as it is written in the file; one that compares rows is asked of all of them together. */
export function measure(rule: string, under = ''): Measured {
  const lines = readFileSync(path.join(folder, under, `${rule}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const labelled = lines.map((line) => {
    const { row, named } = LINE.exec(line)?.groups ?? {};
    if (row === undefined) throw new Error(`no labelled row: ${line}`);
    return { row, is: named === 'true' };
  });
  const said = rowsNamed(
    rule,
    labelled.map(({ row }) => row),
  );
  const judged = labelled.map((each, n) => ({ ...each, said: said.has(n) }));
  const right = judged.filter(({ is, said }) => is && said).length;
  const falselyNamed = judged.filter(({ is, said }) => !is && said).map(({ row }) => row);
  const missed = judged.filter(({ is, said }) => is && !said).map(({ row }) => row);
  return {
    rule,
    rows: judged.length,
    precision: right / Math.max(1, right + falselyNamed.length),
    recall: right / Math.max(1, right + missed.length),
    falselyNamed,
    missed,
  };
}

/** The rows, by their position, in which the rule finds something. */
function rowsNamed(rule: string, rows: readonly string[]): ReadonlySet<number> {
  const found = (text: string) =>
    lintBytes(new TextEncoder().encode(text), { path: rule, only: [rule], deep: true }).findings;
  if (ruleById(rule)?.on === 'file') return new Set(found(rows.join('\n')).map(({ row }) => row - 1));
  return new Set(rows.flatMap((row, n) => (found(row).length > 0 ? [n] : [])));
}
