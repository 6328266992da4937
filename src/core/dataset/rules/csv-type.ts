import type { CsvChange } from '../loading/csv-change.ts';
import { csvWritten } from '../loading/csv-value.ts';
import { excerpt, type Occurrence, type Rule } from '../rule.ts';
import { shownKey } from '../findings/shown-pointer.ts';
import { withhold, WITHHELD, withholdNumber } from '../personal-data/withhold.ts';

export const csvType: Rule = {
  id: 'csv-type',
  defaultSeverity: 'error',
  on: 'csv',
  documentation: {
    text: {
      en: 'datasets reads CSV with pandas, which makes numbers and truth values of a column that holds nothing else, in quotes or not: TRL stops at them in prompt, completion and text, and 007 becomes 7. It does so for every 10,000 rows by themselves and stops where later ones do not fit the first. A warning where a text alone is changed. Convert the file to JSONL, which keeps texts as they are.',
      ko: 'datasets는 CSV를 pandas로 읽어 숫자나 참·거짓만 든 열을 따옴표가 있어도 숫자나 참·거짓으로 만듭니다. TRL은 prompt, completion, text에서 멈추고 007은 7이 됩니다. 10,000행마다 따로 정하며 뒤의 행이 처음과 맞지 않으면 멈춥니다. 글만 바뀌면 경고입니다. 글을 그대로 두는 JSONL로 변환하십시오.',
    },
    good: 'prompt,completion\n2+2?,4\nAnd then?,five',
    bad: 'prompt,completion\n2+2?,4\n3+3?,6',
  },
  check({ change }, report) {
    const found = occurrenceOf(change);
    if (found !== null) report(found);
  },
};

function occurrenceOf(change: CsvChange): Occurrence | null {
  switch (change.kind) {
    case 'late-kind':
    case 'too-big':
    case 'rewritten': {
      const { column, text, kind } = change;
      const severity = kind === 'rewritten' ? { severity: 'warning' as const } : {};
      const becomes = kind === 'rewritten' ? shownResult(text, change.becomes) : '';
      const args = { text: excerpt(text), becomes };
      return { ...placed(column, `dataset.csv-type.${kind}`, args), ...severity };
    }
    case 'becomes': {
      const { column, to, text, use } = change;
      if (use === 'trained') return placed(column, 'dataset.csv-type.becomes', {});
      if (text === null) return null;
      const args = { text: excerpt(text), becomes: shownResult(text, csvWritten(text, to)) };
      return { ...placed(column, 'dataset.csv-type.rewritten', args), severity: 'warning' };
    }
    case 'no-utf-8':
    case 'blank-line':
    case 'no-rows':
    case 'unclosed-quote':
    case 'too-many-fields':
    case 'shifted':
    case 'null':
      return null;
    default:
      return change satisfies never;
  }
}

function placed(column: string, id: string, args: Readonly<Record<string, string>>): Occurrence {
  const message = { id, args: { column: shownKey(column), ...args } };
  return { target: { kind: 'value', path: [column] }, message };
}

/** A telephone number without its zero is one all the same. */
function shownResult(text: string, becomes: string): string {
  return withhold(text) === text ? withholdNumber(becomes) : WITHHELD;
}
