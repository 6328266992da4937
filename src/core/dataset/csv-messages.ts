import type { MessageTable } from '../text/message.ts';

/** Sentences of the rules about what loading makes of CSV. Cause first, then cure. */
export const csvMessages = {
  'dataset.csv-syntax.no-utf-8': {
    en: 'Loading stops at this file, because it has bytes that are no UTF-8. Save it as UTF-8 ("CSV UTF-8" in Excel).',
    ko: 'UTF-8이 아닌 바이트가 있어 이 파일에서 불러오기가 멈춥니다. UTF-8로 저장하십시오(Excel에서는 "CSV UTF-8").',
  },
  'dataset.csv-syntax.blank-line': {
    en: 'Loading passes over this row, a line of blanks alone, so that later rows have other numbers. Remove the line, or put the blanks in quotes.',
    ko: '공백뿐인 줄이어서 불러올 때 이 행을 건너뛰고 뒤의 행 번호가 달라집니다. 줄을 지우거나 공백을 따옴표로 묶으십시오.',
  },
  'dataset.csv-syntax.no-rows': {
    en: 'Loading this file by itself stops, because its lines hold blanks alone and are passed over. Add rows, or leave it out of the recipe.',
    ko: '공백뿐인 줄만 있어 모두 건너뛰므로 이 파일만 불러오면 멈춥니다. 행을 더하거나 레시피에서 빼십시오.',
  },
  'dataset.csv-syntax.unclosed-quote': {
    en: 'Loading stops at this file, because it ends within a quote that opens in this row. Close it, or double a quote that is meant.',
    ko: '이 행에서 연 따옴표가 파일 끝까지 닫히지 않아 불러오기가 멈춥니다. 닫거나, 글자로 쓴 따옴표라면 두 번 쓰십시오.',
  },
  'dataset.csv-syntax.too-many-fields': {
    en: 'Loading stops here: the row has {fields} fields, more than the {expected} expected. Put a text with a comma in quotes.',
    ko: '불러오다 여기서 멈춥니다. 필드가 {fields}개로 {expected}개보다 많습니다. 쉼표가 든 글은 따옴표로 묶으십시오.',
  },
  'dataset.csv-syntax.shifted': {
    en: 'The first row has more fields than the header, so in all rows "{column}" takes field {field}, and the others likewise. Remove what is too much, or name it in the header.',
    ko: '첫 행의 필드가 머리글보다 많아 모든 행에서 "{column}"이(가) {field}번째 필드를 가지며 다른 열도 그렇게 밀립니다. 남는 것을 지우거나 머리글에 이름을 쓰십시오.',
  },
  'dataset.csv-type.becomes': {
    en: 'Loading makes numbers or truth values of "{column}", which holds nothing else, and TRL stops at them. Convert the file to JSONL.',
    ko: '"{column}" 열에 숫자나 참·거짓뿐이어서 불러올 때 그런 값이 되고 TRL이 멈춥니다. JSONL로 변환하십시오.',
  },
  'dataset.csv-type.rewritten': {
    en: 'Loading reads "{column}" as numbers or truth values here, and "{text}" becomes "{becomes}". Convert the file to JSONL.',
    ko: '불러올 때 여기의 "{column}"을(를) 숫자나 참·거짓으로 읽어 "{text}"이(가) "{becomes}"이(가) 됩니다. JSONL로 변환하십시오.',
  },
  'dataset.csv-type.late-kind': {
    en: 'Loading stops here: the first 10,000 rows have no value like "{text}" in "{column}". Convert the file to JSONL, or move such a row to the front.',
    ko: '불러오다 여기서 멈춥니다. 처음 10,000행의 "{column}"에 "{text}" 같은 값이 없습니다. JSONL로 변환하거나 이런 행을 앞으로 옮기십시오.',
  },
  'dataset.csv-type.too-big': {
    en: 'Loading stops here: "{column}" holds nothing but integers, and "{text}" is beyond 64 bits. Convert the file to JSONL.',
    ko: '불러오다 여기서 멈춥니다. "{column}" 열이 정수뿐인데 "{text}"이(가) 64비트를 넘습니다. JSONL로 변환하십시오.',
  },
  'dataset.csv-null.trained': {
    en: 'Loading makes null of "{text}" in "{column}", and TRL stops at it. Write it otherwise, or convert the file to JSONL.',
    ko: '불러올 때 "{column}"의 "{text}"이(가) null이 되어 TRL이 멈춥니다. 다르게 쓰거나 JSONL로 변환하십시오.',
  },
  'dataset.csv-null.text': {
    en: 'Loading makes null of "{text}" in "{column}". Write it otherwise, or convert the file to JSONL.',
    ko: '불러올 때 "{column}"의 "{text}"이(가) null이 됩니다. 다르게 쓰거나 JSONL로 변환하십시오.',
  },
} as const satisfies MessageTable;
