import { eachPlace, typeAt } from '../loading/loaded-type.ts';
import { loadRule, placeText, targetAt } from '../loading/load-rule.ts';
import { isTrained } from '../loading/trained-place.ts';

export const integerBecomesFloat = loadRule({
  id: 'integer-becomes-float',
  severity: 'warning',
  documentation: {
    text: {
      en: 'At one place of the rows stand integers and floats (or NaN, or an integer beyond 64 bits). datasets makes floats of them all, so templates print 1.0 where the file has 1, and the model learns it. The finding stands at the first integer; related is the row with the first float. An integer from 2^63 on becomes a float even alone, unless its place is kept as JSON. Write them in one kind, or as text.',
      ko: '행들의 한 자리에 정수와 실수(또는 NaN, 64비트를 넘는 정수)가 섞여 있습니다. datasets가 모두 실수로 바꾸어 파일의 1을 템플릿이 1.0으로 출력하고 모델이 배웁니다. 첫 정수에 표시되고 첫 실수의 행이 함께 표시됩니다. 2^63 이상의 정수는 JSON으로 보관되는 자리가 아니면 혼자서도 실수가 됩니다. 한 종류로 쓰거나 글로 쓰십시오.',
    },
    good: '{"prompt": "Hi", "completion": "Hello", "chat_template_kwargs": {"budget": 1}}\n{"prompt": "Bye", "completion": "Hello", "chat_template_kwargs": {"budget": 2}}',
    bad: '{"prompt": "Hi", "completion": "Hello", "chat_template_kwargs": {"budget": 1}}\n{"prompt": "Bye", "completion": "Hello", "chat_template_kwargs": {"budget": 2.5}}',
  },
  check({ type, root, unsigned }, report) {
    for (const integer of unsigned.values) {
      if (typeAt(type, integer.path).type.kind === 'json') continue;
      const message = { id: 'dataset.integer-becomes-float.unsigned', args: { number: integer.text } };
      report(integer.row, { message, ...targetAt(integer) });
    }
    for (const row of unsigned.laterRows)
      report(row, { message: { id: 'dataset.integer-becomes-float.row' } });
    eachPlace(type, root, ({ kind }, { firstInteger, firstFloat }) => {
      if (kind !== 'float' || firstInteger === null || !isTrained(firstInteger.path)) return;
      const message = { id: 'dataset.integer-becomes-float', args: { place: placeText(firstInteger) } };
      const related = firstFloat === null ? {} : { related: [firstFloat.row] };
      report(firstInteger.row, { message, ...targetAt(firstInteger), ...related });
    });
  },
});
