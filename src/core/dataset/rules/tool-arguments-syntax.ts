import { excerpt, type Rule } from '../rule.ts';

export const toolArgumentsSyntax: Rule = {
  id: 'tool-arguments-syntax',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The arguments of a call are no JSON object: text that is no JSON, or JSON of another kind. In a ShareGPT function_call the whole call is such a text. The model learns to write calls that no program can run. Correct the JSON or remove the row.',
      ko: '호출의 인자가 JSON 객체가 아닙니다(JSON이 아닌 글이거나 다른 종류의 JSON). ShareGPT의 function_call에서는 호출 전체가 그런 글입니다. 모델이 어떤 프로그램도 실행할 수 없는 호출을 쓰도록 배웁니다. JSON을 고치거나 행을 지우십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null, "tool_calls": [{"type": "function", "function": {"name": "greet", "arguments": "{\\"loud\\": true}"}}]}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null, "tool_calls": [{"type": "function", "function": {"name": "greet", "arguments": "{loud: true}"}}]}]}',
  },
  check({ row }, report) {
    for (const { calls } of row.calls) {
      for (const { name, arguments: given } of calls) {
        if (given.kind !== 'refused') continue;
        const id = `dataset.tool-arguments-syntax.${given.problem}${name === null ? '.call' : ''}`;
        const args = name === null ? {} : { args: { tool: excerpt(name) } };
        report({ target: { kind: 'value', path: given.path }, message: { id, ...args } });
      }
    }
  },
};
