import { describe, expect, test } from 'vitest';
import type { LintedFile } from '../../../src/core/dataset/findings/finding.ts';
import { lintCsv } from '../../../src/core/dataset/lint-records.ts';
import type { RuleSettings } from '../../../src/core/dataset/rule-settings.ts';
import { ruleTable } from '../../../src/core/dataset/rules/rule-table.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';

function lint(text: string, rules: RuleSettings = {}): Promise<LintedFile> {
  const source = async function* () {
    yield await Promise.resolve(new TextEncoder().encode(text));
  };
  return lintCsv(source(), { path: 'a.csv', rules });
}

async function named(text: string, rules?: RuleSettings): Promise<string[]> {
  const { findings } = await lint(text, rules);
  return findings
    .filter(({ rule }) => rule.startsWith('csv-'))
    .map(({ rule, severity, row, pointer = '' }) => `${rule} ${severity} ${row}${pointer}`);
}

describe('the rules about CSV', () => {
  const rules = ruleTable.filter(({ id }) => id.startsWith('csv-'));
  test.each(rules)('$id accepts its good example and names its bad one', async ({ id, documentation }) => {
    expect(await named(documentation.good)).toEqual([]);
    expect((await lint(documentation.bad)).counts[id]).toBeGreaterThan(0);
  });

  test('an error is what stops loading or TRL', async () => {
    expect(await named('prompt,completion\na,NA\nb,1,2\nc,"d\n')).toEqual([
      'csv-null error 1/completion',
      'csv-syntax error 2',
      'csv-syntax error 3',
    ]);
    expect(await named('prompt,completion\na,1\nb,2\n')).toEqual(['csv-type error 1/completion']);
  });

  test('a warning is what changes a text that TRL does not read', async () => {
    expect(await named('instruction,output\na,007\nb,12\n')).toEqual(['csv-type warning 1/output']);
    expect(await named('instruction,output\na,NA\nb,c\n')).toEqual(['csv-null warning 1/output']);
  });

  test('an empty field of such a column is what it says', async () => {
    expect(await named('instruction,input,output\na,,b\nc,,d\n')).toEqual([]);
  });

  test('columns of numbers that nobody reads as text are no finding', async () => {
    expect(await named('text,id,label\na,007,\nb,008,NA\n')).toEqual([]);
  });

  test('a severity that a setting gives holds for all of them', async () => {
    const settings = { 'csv-null': 'info', 'csv-type': 'error' } as const;
    expect(await named('instruction,output\na,007\nb,12\n', settings)).toEqual(['csv-type error 1/output']);
    expect(await named('instruction,output\na,NA\nb,c\n', settings)).toEqual(['csv-null info 1/output']);
  });

  test('all they say has a sentence in both languages', async () => {
    const files = [
      'prompt,completion\na,b,c\nd,e,f,g\nh,"i',
      'prompt,completion\na,1\nb,\nc,NA\n',
      'prompt,completion\na,true\nb,false\n',
      'instruction,output\na,NA\nb,c\n',
      'instruction,output\na,007\n',
      'text,n\na,18446744073709551616\n',
      `text,n\n${'a,1\n'.repeat(10_000)}a,x\n`,
    ];
    for (const file of files) {
      for (const { rule, message } of (await lint(file)).findings) {
        if (!rule.startsWith('csv-')) continue;
        for (const language of ['en', 'ko'] as const)
          expect(formatMessage({ id: message.id, args: message.args ?? {} }, language)).not.toMatch(
            /\{|dataset\./,
          );
      }
    }
  });
});
