import { expect, test } from 'vitest';
import type { CountedTokens, DatasetReport } from '../../../../src/core/dataset/report/dataset-report.ts';
import { trainingSection } from '../../../../src/core/dataset/report/layout/training-section.ts';
import { viewOf } from '../../../../src/core/dataset/report/layout/report-view.ts';
import { madeReport } from '../../../kit/dataset/made-report.ts';

const report = madeReport('trained.report.json');

/** What the section says, and the names of its bars that lead to rows. */
function laidOut(tokens: DatasetReport['tokens'], language: 'en' | 'ko' = 'en') {
  const { blocks } = trainingSection(viewOf({ ...report, tokens }, {}, language));
  return {
    said: blocks.flatMap((block) => (block.kind === 'sentence' ? [block.text] : [])).join('\n'),
    bars: blocks.flatMap((block) => (block.kind === 'bars' ? block.bars : [])),
    columns: blocks.flatMap((block) => (block.kind === 'columns' ? block.columns : [])),
  };
}

function counted(change: Partial<CountedTokens> = {}): CountedTokens {
  const { tokens } = report;
  if (tokens?.kind !== 'counted') throw new Error('the fixture is counted');
  return { ...tokens, ...change };
}

test('says with what it was counted, what is trained, what is cut, and where TRL stops', () => {
  const { said, bars, columns } = laidOut(counted());
  expect(said.split('\n')).toEqual([
    'With recipe.sft.yaml, 65 of 167 tokens in 5 rows are trained (39 %): the answers alone (assistant_only_loss). Template: chat_template.jinja. max_length 48 cuts 56 tokens off rows that are kept.',
    'TRL would stop at row 6: no token of it is an answer, and assistant_only_loss is true. Correct or remove such rows first; they are in no number here.',
  ]);
  expect(columns.map(({ title }) => title)).toEqual([
    'Tokens that are kept',
    'Tokens of a row, before it is cut',
    'Trained tokens of a row',
  ]);
  expect(bars.map(({ name, count }) => [name, count])).toEqual([
    ['Rows cut by max_length', 3],
    ['Rows that TRL drops: nothing to learn is left', 1],
    ['Rows at which TRL stops', 1],
    ['Rows without an answer', 1],
  ]);
  expect(columns[2]?.bars[0]).toMatchObject({ name: '0', leads: { kind: 'rows', first: [4] } });
});

test.each([undefined, 'en', 'ko'] as const)('every bar leads to its rows (%s)', (language) => {
  const uncounted = { kind: 'not-counted', reason: { id: 'tokens.no-recipe' } } as const;
  const { bars, columns } = laidOut(language === undefined ? counted() : uncounted, language);
  const all = [...bars, ...columns.flatMap((column) => column.bars)].filter(({ count }) => count > 0);
  expect(all.length).toBeGreaterThan(4);
  expect(all.filter(({ leads }) => leads === null)).toEqual([]);
});

test('says what it does not count', () => {
  expect(laidOut(counted({ packing: true })).said).toContain(
    'Rows are packed into pieces of 48 tokens; what that cuts off rows that are longer is not counted here.',
  );
  expect(laidOut(counted({ maxLength: null })).said).toContain('Nothing is cut (max_length: null).');
});

test('says that nothing is left where all rows are dropped', () => {
  expect(laidOut(counted({ rows: 0, tokens: 0, trained: 0 })).said).toContain('No row is left');
  expect(laidOut(counted()).said).not.toContain('No row is left');
});

test('a file that is evaluated on is measured, not trained', () => {
  const { said, columns } = laidOut(counted({ use: 'test' }));
  expect(columns.map(({ title }) => title)).toContain('Measured tokens of a row');
  expect(columns[0]?.bars.map(({ name }) => name)).toEqual(['Measured', 'Read, not measured']);
  expect(said).toContain('recipe.sft.yaml evaluates on this file: 65 of 167 tokens in 5 rows are measured');
});

test('names rules of values that loading changes, and of what ends the loading', () => {
  const first = [{ row: 1, message: { id: 'dataset.json-syntax' } }];
  const rule = (id: string) => ({ rule: id, severity: 'error' as const, count: 1, rows: 1, first });
  const rules = [rule('json-syntax'), rule('date-column')];
  const view = viewOf({ ...report, findings: { ...report.findings, rules } }, {}, 'en');
  const said = JSON.stringify(trainingSection(view).blocks);
  expect(said).toContain('datasets cannot load the file as it is (json-syntax, under Findings)');
  expect(said).toContain('datasets changes values before TRL sees them (date-column, under Findings)');
});

test.each(['en', 'ko'] as const)('without a recipe it says so and shows characters, in %s', (language) => {
  const tokens = { kind: 'not-counted', reason: { id: 'tokens.no-recipe' } } as const;
  const { said, columns } = laidOut(tokens, language);
  expect(said).toContain('tuning-fork report FILE --recipe RECIPE');
  expect(columns.map(({ title }) => title)).toEqual(
    language === 'en' ? ['Turns', 'Characters'] : ['턴', '글자'],
  );
});

test('while tokens are counted nothing is said of them', () => {
  const { said } = laidOut(undefined);
  expect(said).not.toMatch(/token/i);
});
