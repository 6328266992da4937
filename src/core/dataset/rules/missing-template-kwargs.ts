import { loadRule } from '../loading/load-rule.ts';

export const missingTemplateKwargs = loadRule({
  id: 'missing-template-kwargs',
  severity: 'error',
  documentation: {
    text: {
      en: "Other rows have chat_template_kwargs, and this one has none or null. Loading fills the gap with null, and TRL stops at the row without naming it ('NoneType' object is not a mapping). Write {} with the keys of the others, or remove the column.",
      ko: "다른 행에는 chat_template_kwargs가 있는데 이 행에는 없거나 null입니다. 불러올 때 null로 채워지고 TRL은 어느 행인지 알리지 않고 멈춥니다('NoneType' object is not a mapping). 다른 행과 같은 키로 쓰거나 열을 지우십시오.",
    },
    good: '{"prompt": "Hi", "completion": "Hello", "chat_template_kwargs": {"enable_thinking": true}}\n{"prompt": "Bye", "completion": "Goodbye", "chat_template_kwargs": {"enable_thinking": false}}',
    bad: '{"prompt": "Hi", "completion": "Hello", "chat_template_kwargs": {"enable_thinking": true}}\n{"prompt": "Bye", "completion": "Goodbye"}',
  },
  check({ rowsWithoutKwargs }, report) {
    for (const row of rowsWithoutKwargs) report(row, { message: { id: 'dataset.missing-template-kwargs' } });
  },
});
