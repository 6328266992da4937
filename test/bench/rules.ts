// Rules that guess, on rows that were labelled before the rules were written: how much of what they name is right, and how much
// of what they should name they name. With TUNING_FORK_BENCH_MISTAKES=1 each mistake is printed.
import process from 'node:process';
import { ruleById } from '../../src/core/dataset/rule-set.ts';
import { labelledRules, measure } from '../kit/labelled-rows.ts';
import { report, type BenchRow } from './kit/report.ts';

function row(id: string): BenchRow {
  const { rows, precision, recall, falselyNamed, missed } = measure(id);
  if (process.env['TUNING_FORK_BENCH_MISTAKES'] === '1') {
    for (const each of falselyNamed) console.log(`${id} names: ${each}`);
    for (const each of missed) console.log(`${id} misses: ${each}`);
  }
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  return {
    what: `rule ${id}${ruleById(id)?.offByDefault === true ? ' (off by default)' : ''}, ${rows} rows`,
    ours: `precision ${percent(precision)}`,
    reference: '',
    ratio: `recall ${percent(recall)}`,
    goal: '≥ 90 %, ≥ 50 %',
  };
}

report(
  labelledRules()
    .filter((id) => ruleById(id) !== undefined)
    .map(row),
);
