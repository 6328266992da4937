import type { Path } from '../json/locate.ts';
import { isObject, type JsonValue } from '../json/json-value.ts';
import type { Row } from '../row/row.ts';
import type { Report, Rule } from '../rule.ts';

export const notANumber: Rule = {
  id: 'not-a-number',
  defaultSeverity: 'warning',
  on: 'row',
  shapeOnly: true,
  documentation: {
    text: {
      en: 'NaN, Infinity or -Infinity stands where JSON wants a number. Python writes and reads them, and datasets loads them: integers in the same column become floats, and where rows have unlike keys the value becomes null. Other programs refuse the file. Write null or a number.',
      ko: 'JSON에 없는 NaN, Infinity, -Infinity가 있습니다. Python은 쓰고 읽으며 datasets도 불러오지만 같은 열의 정수가 실수로 바뀌고, 행마다 키가 다르면 null이 됩니다. 다른 프로그램은 파일을 거부합니다. null이나 숫자로 쓰십시오.',
    },
    good: '{"text": "a", "score": null}',
    bad: '{"text": "a", "score": NaN}',
  },
  check({ row }, report) {
    if (row.container !== 'record' && row.tally.hasNonFinite) reportWords(row.value, [], row, report);
  },
};

function reportWords(value: JsonValue, path: Path, row: Row, report: Report): void {
  if (typeof value === 'number') {
    if (Number.isFinite(value) || !isWord(row.literalAt(path))) return;
    const message = { id: 'dataset.not-a-number', args: { value: String(value) } };
    report({ target: { kind: 'value', path }, message });
  } else if (Array.isArray(value)) {
    for (const [n, item] of value.entries()) reportWords(item, [...path, n], row, report);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) reportWords(value[key] ?? null, [...path, key], row, report);
  }
}

/** Whether it is written as a word: 1e999 is a number that no float holds. */
function isWord(literal: string): boolean {
  return !/[0-9]/.test(literal);
}
