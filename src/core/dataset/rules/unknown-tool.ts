import { toolsByName } from '../row/tool-definition.ts';
import { excerpt, type Rule } from '../rule.ts';

export const unknownTool: Rule = {
  id: 'unknown-tool',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'A call names a tool that the tools of the row do not have, so the model learns to call what it was not given. Declare the tool, or correct the name. Rows without a tools column are not judged.',
      ko: '행의 tools에 없는 도구를 부르는 호출이라 모델이 받지 않은 도구를 부르도록 배웁니다. 도구를 선언하거나 이름을 고치십시오. tools 열이 없는 행은 판단하지 않습니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "greet", "arguments": {}}}]}], "tools": [{"type": "function", "function": {"name": "greet"}}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "salute", "arguments": {}}}]}], "tools": [{"type": "function", "function": {"name": "greet"}}]}',
  },
  check({ row }, report) {
    if (row.calls.length === 0 || row.tools.kind !== 'tools') return;
    const tools = toolsByName(row.tools.list);
    if (tools === null) return;
    for (const { calls } of row.calls) {
      for (const { name, namePath } of calls) {
        if (name === null || tools.has(name)) continue;
        const message = { id: 'dataset.unknown-tool', args: { tool: excerpt(name) } };
        report({ target: { kind: 'value', path: namePath }, message });
      }
    }
  },
};
