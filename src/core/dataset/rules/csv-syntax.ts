import type { Rule } from '../rule.ts';
import { shownKey } from '../findings/shown-pointer.ts';

export const csvSyntax: Rule = {
  id: 'csv-syntax',
  defaultSeverity: 'error',
  on: 'csv',
  documentation: {
    text: {
      en: 'Loading stops at this CSV file: a row has more fields than the header, a quote is never closed, or the bytes are no UTF-8. If the first row is the one with more fields, nothing stops, and every column takes what belongs to the next (a comma at the end of each row is enough). Lines of blanks alone are passed over, a warning, and nothing is left of a file with no others. Put texts with commas, quotes or line ends in quotes, and double the quotes inside.',
      ko: '이 CSV 파일에서 불러오기가 멈춥니다. 필드가 머리글보다 많은 행이 있거나 따옴표가 닫히지 않았거나 UTF-8이 아닌 바이트입니다. 첫 행의 필드가 더 많으면 멈추지 않고 모든 열이 다음 열의 값을 가지게 됩니다(행마다 끝에 쉼표가 있어도 그렇습니다). 공백뿐인 줄은 건너뛰므로 경고이며, 그런 줄뿐이면 행이 남지 않습니다. 쉼표, 따옴표, 줄바꿈이 든 글은 따옴표로 묶고 안의 따옴표는 두 번 쓰십시오.',
    },
    good: 'prompt,completion\n"Yes, and?",No',
    bad: 'prompt,completion\nHi,Hello\nYes, and?,No',
  },
  check({ change }, report) {
    const id = `dataset.csv-syntax.${change.kind}`;
    const target = { kind: 'whole' } as const;
    switch (change.kind) {
      case 'blank-line':
        report({ target, message: { id }, severity: 'warning' });
        break;
      case 'no-utf-8':
      case 'no-rows':
      case 'unclosed-quote':
        report({ target, message: { id } });
        break;
      case 'too-many-fields':
        report({ target, message: { id, args: { fields: change.fields, expected: change.expected } } });
        break;
      case 'shifted':
        report({ target, message: { id, args: { field: change.by + 1, column: shownKey(change.column) } } });
        break;
      case 'late-kind':
      case 'too-big':
      case 'becomes':
      case 'rewritten':
      case 'null':
        break;
      default:
        change satisfies never;
    }
  },
};
