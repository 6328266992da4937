import { excerpt, type Rule } from '../rule.ts';
import { toolExchanges } from '../row/tool-exchange.ts';

export const resultWithoutCall: Rule = {
  id: 'result-without-call',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The result of a tool names a call (tool_call_id) that the turns before it did not make. Templates that print ids teach the model a false one, and the result belongs to another call. Correct the id. A result that follows no call at all is named by role-order.',
      ko: '도구의 결과가 앞의 턴에 없는 호출의 id(tool_call_id)를 가리킵니다. id를 출력하는 템플릿은 모델에 틀린 id를 가르치고, 결과는 다른 호출의 것입니다. id를 고치십시오. 호출 없이 나온 결과는 role-order가 표시합니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"id": "a", "function": {"name": "greet", "arguments": {}}}]}, {"role": "tool", "tool_call_id": "a", "content": "done"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"id": "a", "function": {"name": "greet", "arguments": {}}}]}, {"role": "tool", "tool_call_id": "b", "content": "done"}, {"role": "assistant", "content": "Hello"}]}',
  },
  check({ row }, report) {
    for (const { conversation, calls } of row.calls) {
      for (const { foreign } of toolExchanges(conversation.turns, calls)) {
        for (const { path, id } of foreign) {
          const message = { id: 'dataset.result-without-call', args: { call: excerpt(id) } };
          report({ target: { kind: 'value', path }, message });
        }
      }
    }
  },
};
