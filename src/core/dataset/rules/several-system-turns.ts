import type { Rule } from '../rule.ts';

export const severalSystemTurns: Rule = {
  id: 'several-system-turns',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The conversation has more than one system turn. Many chat templates read the first alone and refuse the others or print them as something else. Merge them into one at the front. A developer turn beside a system turn is no error.',
      ko: '대화에 system 턴이 둘 이상입니다. 많은 채팅 템플릿이 첫 번째만 읽고 나머지는 거부하거나 다른 것으로 출력합니다. 맨 앞의 하나로 합치십시오. system 턴과 developer 턴이 하나씩 있는 것은 오류가 아닙니다.',
    },
    good: '{"messages": [{"role": "system", "content": "Be brief. Be kind."}, {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "system", "content": "Be brief."}, {"role": "system", "content": "Be kind."}, {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
  },
  check({ row }, report) {
    for (const { turns } of row.conversations) {
      let systems = 0;
      for (const turn of turns) {
        if (turn.role !== 'system' || ++systems === 1) continue;
        const message = { id: 'dataset.several-system-turns' };
        report({ target: { kind: 'value', path: [...turn.path, turn.roleKey] }, message });
      }
    }
  },
};
