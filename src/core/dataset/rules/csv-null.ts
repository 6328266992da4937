import { excerpt, type Rule } from '../rule.ts';
import { shownKey } from '../findings/shown-pointer.ts';

export const csvNull: Rule = {
  id: 'csv-null',
  defaultSeverity: 'error',
  on: 'csv',
  documentation: {
    text: {
      en: 'datasets reads CSV with pandas, which makes null of an empty field and of words such as NA, N/A, null, None and nan, in quotes or not. TRL stops at null in prompt, completion and text; in another column of text it is a warning. Write the word otherwise, or convert the file to JSONL, which keeps texts as they are.',
      ko: 'datasets는 CSV를 pandas로 읽어 빈 필드와 NA, N/A, null, None, nan 같은 말을 따옴표가 있어도 null로 만듭니다. TRL은 prompt, completion, text의 null에서 멈추며 다른 글 열에서는 경고입니다. 말을 다르게 쓰거나 글을 그대로 두는 JSONL로 변환하십시오.',
    },
    good: 'prompt,completion\nIs it there?,No',
    bad: 'prompt,completion\nIs it there?,NA',
  },
  check({ change }, report) {
    if (change.kind !== 'null') return;
    const { column, text, use } = change;
    report({
      target: { kind: 'value', path: [column] },
      message: { id: `dataset.csv-null.${use}`, args: { column: shownKey(column), text: excerpt(text) } },
      ...(use === 'text' ? { severity: 'warning' as const } : {}),
    });
  },
};
