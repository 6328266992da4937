import type { Rule } from '../rule.ts';

export const toolsColumn: Rule = {
  id: 'tools-column',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The tools of the row are none that apply_chat_template takes: it wants a list of objects, or the JSON text of one. Text that is no JSON (an empty one too) stops TRL with JSONDecodeError, anything else with "Tools should either be a JSON schema, or a callable function". Write a list, or null where there are no tools.',
      ko: 'apply_chat_template이 받지 않는 tools입니다. 객체의 목록이거나 그것을 JSON으로 쓴 글이어야 합니다. JSON이 아닌 글(빈 글 포함)은 JSONDecodeError로, 다른 값은 "Tools should either be a JSON schema, or a callable function"으로 TRL을 멈춥니다. 목록으로 쓰고 도구가 없으면 null로 두십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}], "tools": [{"type": "function", "function": {"name": "greet"}}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}], "tools": "greet"}',
  },
  check({ row }, report) {
    if (row.object?.['tools'] === undefined || row.conversations.length === 0) return;
    const { tools } = row;
    if (tools.kind !== 'refused') return;
    const { problem, index } = tools;
    const isPlaced = index !== null && Array.isArray(row.object['tools']);
    report({
      target: { kind: 'value', path: isPlaced ? ['tools', index] : ['tools'] },
      message: { id: `dataset.tools-column.${problem}` },
    });
  },
};
