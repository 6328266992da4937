import { excerpt, type Rule } from '../rule.ts';
import { toolExchanges } from '../row/tool-exchange.ts';

export const callWithoutResult: Rule = {
  id: 'call-without-result',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'A call has no result before the conversation goes on, so the model learns to answer as if it knew what the tool said. Where calls and results have ids, each call needs a result with its id. Add the result or remove the call. Calls at the very end of a conversation are no error.',
      ko: '결과 없이 대화가 이어지는 호출이라 모델이 도구의 답을 아는 것처럼 답하도록 배웁니다. 호출과 결과에 id가 있으면 호출마다 같은 id의 결과가 있어야 합니다. 결과를 더하거나 호출을 지우십시오. 대화의 맨 끝에 있는 호출은 오류가 아닙니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"function": {"name": "greet", "arguments": {}}}]}, {"role": "tool", "content": "done"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"function": {"name": "greet", "arguments": {}}}]}, {"role": "assistant", "content": "Hello"}]}',
  },
  check({ row }, report) {
    for (const { conversation, calls } of row.calls) {
      for (const { unanswered } of toolExchanges(conversation.turns, calls)) {
        for (const { path, name } of unanswered) {
          const message = { id: 'dataset.call-without-result', args: { tool: excerpt(name ?? '?') } };
          report({ target: { kind: 'value', path }, message });
        }
      }
    }
  },
};
