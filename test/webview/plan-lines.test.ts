import { expect, test } from 'vitest';
import { formatBytes } from '../../src/core/text/format-bytes.ts';
import { groupPlanLines, leadOf, type SpokenLine } from '../../src/webview/runs/plan-lines.ts';

function line(fields: Partial<SpokenLine>): SpokenLine {
  return { id: 'x', what: '', value: '', how: null, severity: 'ok', todo: null, action: null, ...fields };
}

test('errors and warnings with a cure of ours come before what the run will do, in their order', () => {
  const lines = [
    line({ id: 'rows' }),
    line({ id: 'packages', severity: 'error' }),
    line({ id: 'cut', severity: 'warning' }),
    line({ id: 'model', severity: 'warning', action: 'set-up-model' }),
    line({ id: 'note', severity: 'info', action: 'open-recipe' }),
  ];
  const { before, willDo } = groupPlanLines(lines);
  expect(before.map((line) => line.id)).toEqual(['packages', 'model']);
  expect(willDo.map((line) => line.id)).toEqual(['rows', 'cut', 'note']);
});

test('of an error the first sentence is read first', () => {
  const value = 'peft is missing. use_peft: true needs it.';
  expect(leadOf(line({ severity: 'error', value }))).toEqual({
    lead: 'peft is missing.',
    rest: ' use_peft: true needs it.',
  });
});

test('of other lines the number that they begin with is read first', () => {
  const leads = ['1,797 of 1,800', '0.25 $', '12 answers', 'Not measured', '4bit weights', '3 min'].map(
    (value) => leadOf(line({ value })).lead,
  );
  expect(leads).toEqual(['1,797', '0.25', '12', '', '', '3']);
});

test('bytes are counted in decimal units', () => {
  expect([0, 812, 999, 1000, 17_400_000, 999_600, 1.2e12].map(formatBytes)).toEqual([
    '0 B',
    '812 B',
    '999 B',
    '1.0 kB',
    '17.4 MB',
    '1.0 MB',
    '1.2 TB',
  ]);
});
