import { characterRule, removal } from '../character-rule.ts';
import { WHITE_SPACE } from '../json/json-value.ts';

export const edgeWhiteSpace = characterRule({
  id: 'edge-white-space',
  severity: 'info',
  documentation: {
    text: {
      en: 'A text begins or ends with white space. In an answer the model learns to begin or end so; in a prompt it makes a token boundary that use does not have, and chat templates that trim differ from those that do not. Remove it unless it is meant, as in code.',
      ko: '글이 공백으로 시작하거나 끝납니다. 답이면 모델이 그렇게 시작하거나 끝내도록 배우고, 프롬프트이면 실제 쓰임과 다른 토큰 경계가 생기며 채팅 템플릿에 따라 잘리기도 합니다. 코드처럼 의도한 것이 아니면 지우십시오.',
    },
    good: '{"text": "a b"}',
    bad: '{"text": "a b "}',
  },
  message: 'dataset.edge-white-space',
  applies: (row) => row.hasEdgeWhiteSpace,
  find: edges,
  fix: () => removal(false),
  keys: false,
});

const IS_WHITE = new RegExp(`[${WHITE_SPACE}]`);

function edges(text: string): (readonly [number, number])[] {
  let start = 0;
  while (start < text.length && IS_WHITE.test(text.charAt(start))) start++;
  if (start === text.length) return start === 0 ? [] : [[0, start]];
  let end = text.length;
  while (IS_WHITE.test(text.charAt(end - 1))) end--;
  const found: (readonly [number, number])[] = [];
  if (start > 0) found.push([0, start]);
  if (end < text.length) found.push([end, text.length]);
  return found;
}
