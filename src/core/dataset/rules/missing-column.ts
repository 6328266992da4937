import type { Rule } from '../rule.ts';
import { lackingColumns } from '../row/row-format.ts';

export const missingColumn: Rule = {
  id: 'missing-column',
  defaultSeverity: 'error',
  on: 'odd-row',
  documentation: {
    text: {
      en: 'The other rows have a format, and this one lacks a column that it needs, or has null in it. Loading fills the gap with null and TRL stops at the row without naming it. Add the column, rename the one that is misspelt, or remove the row.',
      ko: '다른 행의 형식에 필요한 열이 이 행에 없거나 null입니다. 불러올 때 null로 채워지고 TRL은 어느 행인지 알리지 않고 멈춥니다. 열을 더하거나 잘못 쓴 이름을 고치거나 행을 지우십시오.',
    },
    good: '{"prompt": "Hi", "completion": "Hello"}\n{"prompt": "Bye", "completion": "Goodbye"}',
    bad: '{"prompt": "Hi", "completion": "Hello"}\n{"prompt": "Bye", "completon": "Goodbye"}',
  },
  check({ columns, fileFormat, fileColumns, nearMiss }, report) {
    const [column] = lackingColumns(fileFormat, columns, fileColumns);
    if (column === undefined) return;
    if (nearMiss === null) {
      const message = { id: 'dataset.missing-column', args: { column, format: fileFormat } };
      report({ target: { kind: 'whole' }, message });
      return;
    }
    report({
      target: { kind: 'key', path: [nearMiss.key] },
      message: {
        id: 'dataset.missing-column.near-miss',
        args: { key: nearMiss.key, column: nearMiss.column, format: fileFormat },
      },
    });
  },
};
