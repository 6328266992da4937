import { describe, expect, test } from 'vitest';
import {
  areAnswered,
  columnQuestions,
  likelyFirst,
} from '../../../../../src/core/dataset/prepare/convert/column-questions.ts';
import { ConvertRows } from '../../../../../src/core/dataset/prepare/convert/convert-rows.ts';
import { conversionTarget } from '../../../../../src/core/dataset/prepare/convert/example.ts';
import { columnMapping, readMapping } from '../../../../../src/core/dataset/prepare/convert/map-columns.ts';
import { asLines, sourceRows } from '../../../../kit/dataset/source-rows.ts';

describe('what is asked about the columns of a file', () => {
  test.each(conversionTarget.options)('is enough to convert its rows to %s', (to) => {
    const questions = columnQuestions(to);
    const settings = questions.map((question) => ({ column: `the ${question.to}`, to: question.to }));
    const values = Object.fromEntries(settings.map(({ column, to }) => [column, valueFor(to)]));
    const rows = new ConvertRows(to, columnMapping(settings));
    const lines = sourceRows(asLines([values])).flatMap((row) => rows.convert(row));
    expect([lines.length, rows.count().dropped]).toEqual([1, []]);
  });

  test('is answered for formats that want to know the same', () => {
    const settings = [{ to: 'user' }, { to: 'assistant' }];
    const answered = conversionTarget.options.filter((to) => areAnswered(to, settings));
    expect(answered).toEqual([
      'messages',
      'sharegpt',
      'prompt-completion',
      'prompt-completion-text',
      'alpaca',
    ]);
    expect([areAnswered('messages', [{ to: 'user' }]), areAnswered('text', [])]).toEqual([false, false]);
  });

  test('is what --map takes', () => {
    for (const to of conversionTarget.options)
      for (const question of columnQuestions(to)) expect(readMapping(`a=${question.to}`)).not.toBeNull();
  });

  test('offers the column first whose name is usual', () => {
    const columns = ['id', 'Answer', ' question '].map((name) => ({ name }));
    const [, user, assistant] = columnQuestions('messages');
    expect(likelyFirst(columns, user ?? expect.unreachable())[0]?.name).toBe(' question ');
    expect(likelyFirst(columns, assistant ?? expect.unreachable()).map(({ name }) => name)).toEqual([
      'Answer',
      'id',
      ' question ',
    ]);
  });
});

/** As a CSV file has it. */
function valueFor(to: string): unknown {
  if (to === 'label') return 'True';
  return to === 'tools' ? [{ type: 'function', function: { name: 'f' } }] : 'some text';
}
