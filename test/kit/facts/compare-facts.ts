import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lintFile } from '../../../src/node/dataset/lint-file.ts';
import { factColumns, type CountedFile, type FactColumn } from './fact-columns.ts';

/** One count of one file beside the fact. */
export interface FactComparison {
  readonly file: string;
  readonly what: string;
  readonly ours: number;
  /** Null where the facts have none. */
  readonly facts: number | null;
  /** Why they differ; null where nothing explains it, empty where they do not. */
  readonly why: string | null;
}

/** Our counts beside the counted facts, file by file. @param folder of the corpora */
export async function compareFacts(folder: string): Promise<FactComparison[]> {
  const compared: FactComparison[] = [];
  for (const fact of factsIn(path.join(folder, 'FACTS.tsv'))) {
    const file = path.join(folder, 'datasets', fact['file'] ?? '');
    const rules = { 'contradictory-answers': 'warning' } as const;
    const rows: unknown[] = [];
    const linted = await lintFile(file, { path: file, rules, onRow: (row) => rows.push(row.value) });
    const text = readFileSync(file, 'utf8');
    for (const column of factColumns) {
      const one = compare(column, fact[column.name] ?? '', { linted, rows, text, name: fact['file'] ?? '' });
      if (one !== null) compared.push(one);
    }
  }
  return compared;
}

function compare(
  { name, heading, ours: count, reasons }: FactColumn,
  fact: string,
  file: Omit<CountedFile, 'ours'>,
): FactComparison | null {
  const ours = count(file.linted);
  const facts = numberOf(fact, name);
  if (ours === 0 && (facts === null || facts === 0)) return null;
  const known = { file: file.name, what: heading, ours, facts };
  if (facts === null || facts === ours) return { ...known, why: '' };
  const reason = reasons.find((each) => each.facts({ ...file, ours }) === facts);
  return { ...known, why: reason?.why ?? null };
}

/** A number, or an object of numbers; what is blank was not counted, but for the counts by field of a file that has fields. */
function numberOf(fact: string, column: string): number | null {
  if (fact.startsWith('{'))
    return Object.values(JSON.parse(fact) as Record<string, number>).reduce((sum, each) => sum + each, 0);
  if (fact === '' && column === 'special_tokens') return 0;
  return fact === '' ? null : Number(fact);
}

function factsIn(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, n) => [name, cells[n] ?? '']));
  });
}

/** The comparison as a table in Markdown. */
export function factTable(compared: readonly FactComparison[]): string {
  const head = ['| file | what | ours | facts | |', '|---|---|---:|---:|---|'];
  const lines = compared.map(({ file, what, ours, facts, why }) => {
    const said = facts === null ? 'not counted by the facts' : (why ?? '**not explained**');
    return `| ${file} | ${what} | ${ours} | ${facts ?? '–'} | ${said} |`;
  });
  return [...head, ...lines].join('\n');
}
