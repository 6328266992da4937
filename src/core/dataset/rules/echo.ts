import type { Exchange } from '../row/exchange.ts';
import type { Report, Rule } from '../rule.ts';

export const echo: Rule = {
  id: 'echo',
  defaultSeverity: 'warning',
  on: 'row',
  documentation: {
    text: {
      en: 'The answer begins with the whole prompt, or is nothing else. The model learns to say the question again before it answers. Remove the repetition; prompts that ask for it, such as "Repeat after me", are left alone, and so are short ones.',
      ko: '답이 프롬프트 전체로 시작하거나 그것뿐입니다. 모델이 답하기 전에 질문을 되풀이하도록 배우니 되풀이한 부분을 지우십시오. 따라 말하라는 프롬프트와 짧은 프롬프트는 지나칩니다.',
    },
    good: '{"prompt": "How many people live in Tokyo today?", "completion": "About 14 million."}',
    bad: '{"prompt": "How many people live in Tokyo today?", "completion": "How many people live in Tokyo today? About 14 million."}',
  },
  check({ row }, report) {
    for (const exchange of row.exchanges) {
      if (mayEcho(exchange) && isEcho(exchange)) reportEcho(exchange, report);
    }
  },
};

/** Characters of a prompt below which a repetition is chance or courtesy: Korean says as much in half of them. */
const SHORTEST = 24;
const SHORTEST_KOREAN = 12;
const ASKS_FOR_IT =
  /repeat|rewrite|copy|complete|continue|correct|proofread|edit|paraphrase|translat|capital|그대로|따라|반복|이어|고치|고쳐|교정|번역|완성|복사/i;

/** Asked of every answer: long enough, and begun with the letter that the prompt begins with, in either case. */
function mayEcho(exchange: Exchange): boolean {
  const { answer } = exchange;
  if (answer.length < SHORTEST_KOREAN || !exchange.mayPromptFit(answer.length + 2)) return false;
  const { prompt } = exchange;
  if (prompt === null || prompt.length > answer.length + 2) return false;
  const first = prompt.charCodeAt(0);
  return (first | 32) === (answer.charCodeAt(0) | 32) || first <= 32;
}

function isEcho({ prompt, answer }: Exchange): boolean {
  const asked = prompt?.trim() ?? '';
  const shortest = /[가-힣]/.test(asked) ? SHORTEST_KOREAN : SHORTEST;
  if (asked.length < shortest || !isWhole(asked) || ASKS_FOR_IT.test(asked)) return false;
  return answer.slice(0, asked.length).toLowerCase() === asked.toLowerCase();
}

function reportEcho({ prompt, path }: Exchange, report: Report): void {
  report({
    target: { kind: 'value-text', path, from: 0, to: prompt?.trim().length ?? 0 },
    message: { id: 'dataset.echo' },
  });
}

/** A sentence of its own, or a request: the beginning of a text that the answer goes on with is none. */
function isWhole(prompt: string): boolean {
  return (
    /[.?!。？！]["')\]]?$/.test(prompt) ||
    /^[A-Z][a-z]+ (?:the|a|an|me|how|what|why|which|to|in|of)\b/.test(prompt)
  );
}
