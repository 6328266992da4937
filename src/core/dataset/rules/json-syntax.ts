import type { Rule } from '../rule.ts';

/** Accepts what Python's `json.loads` accepts, because that reads the file in training. */
export const jsonSyntax: Rule = {
  id: 'json-syntax',
  defaultSeverity: 'error',
  on: 'broken-row',
  documentation: {
    text: {
      en: 'The row is no JSON that Python can read, so loading the dataset stops at it. The finding stands at the first character that does not fit; correct the row there or remove it.',
      ko: 'Python이 읽을 수 있는 JSON이 아니므로 데이터셋을 불러오다가 이 행에서 멈춥니다. 맞지 않는 첫 문자에 표시되니 그곳을 고치거나 행을 지우십시오.',
    },
    good: '{"prompt": "Hi", "completion": "Hello"}',
    bad: '{"prompt": "Hi", "completion": "Hello"',
  },
  check({ problem, at, text }, report) {
    const start = Math.min(at, lastCharacter(text));
    const end = start + (isPairAt(text, start) ? 2 : 1);
    report({
      target: { kind: 'range', start, end: Math.min(end, text.length) },
      message: { id: `dataset.json-syntax.${problem}` },
    });
  },
};

/** Index of the last character that is no white space: where a text that was cut off ends. */
function lastCharacter(text: string): number {
  const last = Math.max(0, text.trimEnd().length - 1);
  return last > 0 && isPairAt(text, last - 1) ? last - 1 : last;
}

function isPairAt(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
