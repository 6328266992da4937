import { describe, expect, test } from 'vitest';
import { exchangesOf } from '../../../../src/core/dataset/row/exchange.ts';
import { ANSWER_COLUMNS, ASKED_COLUMNS, askedText } from '../../../../src/core/dataset/row/spoken-columns.ts';

describe('the exchanges of a row of plain text', () => {
  test.each([...ANSWER_COLUMNS, 'chosen'])('%s is an answer', (column) => {
    const [exchange] = exchangesOf({ prompt: 'Hi', [column]: 'Hello' }, []);
    expect(exchange).toMatchObject({ answer: 'Hello', prompt: 'Hi', path: [column] });
  });

  test('a rejected answer is none', () => {
    expect(exchangesOf({ prompt: 'Hi', rejected: 'Bye' }, [])).toEqual([]);
  });

  test.each(ASKED_COLUMNS)('%s is what was asked', (column) => {
    expect(exchangesOf({ [column]: 'Hi', output: 'Hello' }, [])).toMatchObject([{ prompt: 'Hi' }]);
  });

  test('of several columns that ask the first counts, as they are listed', () => {
    expect(askedText({ question: '3', instruction: '2', prompt: '1' })).toBe('1');
    expect(askedText({ question: '3', instruction: '2', prompt: null })).toBe('2');
  });
});
