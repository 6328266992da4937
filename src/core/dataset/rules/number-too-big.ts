import { eachNumber } from '../json/each-number.ts';
import { excerpt, type Rule } from '../rule.ts';
import { withholdNumber } from '../personal-data/withhold.ts';

export const numberTooBig: Rule = {
  id: 'number-too-big',
  defaultSeverity: 'error',
  on: 'row',
  shapeOnly: true,
  documentation: {
    text: {
      en: 'The number is larger than any float (about 1.8e308). Python reads infinity, and datasets stops ("Number too big to be stored in double") or makes it null. Write a smaller number, or the digits as text.',
      ko: '어떤 실수로도 나타낼 수 없는 큰 숫자입니다(약 1.8e308 초과). Python은 무한대로 읽고 datasets는 멈추거나("Number too big to be stored in double") null로 바꿉니다. 더 작은 숫자를 쓰거나 자릿수를 글로 쓰십시오.',
    },
    good: '{"text": "a", "score": 1e300}',
    bad: '{"text": "a", "score": 1e400}',
  },
  check({ row }, report) {
    if (row.container === 'record' || !row.tally.hasNonFinite) return;
    eachNumber(row.text, (literal, start) => {
      if (!/[0-9]/.test(literal) || Number.isFinite(Number(literal))) return;
      const message = { id: 'dataset.number-too-big', args: { number: excerpt(withholdNumber(literal)) } };
      report({ target: { kind: 'range', start, end: start + literal.length }, message });
    });
  },
};
