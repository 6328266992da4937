import { eachNumber } from '../json/each-number.ts';
import { isExactFloat } from '../loading/exact-float.ts';
import { floatText } from '../loading/float-text.ts';
import { excerpt, type Rule } from '../rule.ts';
import { withholdNumber } from '../personal-data/withhold.ts';

export const numberChanges: Rule = {
  id: 'number-changes',
  defaultSeverity: 'warning',
  on: 'row',
  shapeOnly: true,
  documentation: {
    text: {
      en: 'The number is not the same after loading: an integer beyond 64 bits becomes a float, and with it every integer of its column, or gets other digits; a float loses the digits that it does not keep: those beyond 17, nearly all of one as small as 4.9e-324. The model learns other digits than the file has. Write long numbers as text.',
      ko: '불러오면 숫자가 달라집니다. 64비트를 넘는 정수는 같은 열의 모든 정수와 함께 실수가 되거나 자릿수가 달라지고, 실수는 담지 못하는 자릿수를 잃습니다(17자리를 넘는 것, 4.9e-324처럼 아주 작은 수는 거의 전부). 모델은 파일과 다른 숫자를 배웁니다. 긴 숫자는 글로 쓰십시오.',
    },
    good: '{"text": "a", "id": 18446744073709551615}',
    bad: '{"text": "a", "id": 18446744073709551616}',
  },
  check({ row }, report) {
    if (row.container === 'record' || !row.tally.hasLongNumber) return;
    eachNumber(row.text, (literal, start) => {
      const change = changeOf(literal);
      if (change === null) return;
      const message = {
        id: `dataset.number-changes.${change}`,
        args: {
          number: excerpt(withholdNumber(literal)),
          becomes: withholdNumber(floatText(Number(literal))),
        },
      };
      report({ target: { kind: 'range', start, end: start + literal.length }, message });
    });
  },
};

function changeOf(literal: string): 'integer' | 'digits' | null {
  const value = Number(literal);
  if (!Number.isFinite(value)) return null;
  if (/^-?[0-9]+$/.test(literal)) return isBeyond64Bits(literal) ? 'integer' : null;
  const isKept = digitsOf(literal) === digitsOf(String(value)) || isExactFloat(literal);
  return isKept ? null : 'digits';
}

/** With or without a sign: those that Arrow alone refuses are kept where values are kept as JSON text (`integer-becomes-float`). */
function isBeyond64Bits(literal: string): boolean {
  const value = BigInt(literal);
  return value !== BigInt.asIntN(64, value) && value !== BigInt.asUintN(64, value);
}

/** Its digits without sign, point, exponent and the zeros at both ends. */
function digitsOf(literal: string): string {
  const [mantissa = ''] = literal.split(/[eE]/);
  return mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
}
