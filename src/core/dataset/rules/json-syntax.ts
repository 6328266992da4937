import type { Rule } from '../rule.ts';

/** Accepts what Python's `json.loads` accepts, because that reads the file in training. */
export const jsonSyntax: Rule = {
  id: 'json-syntax',
  defaultSeverity: 'error',
  on: 'broken-row',
  documentation: {
    text: {
      en: 'The row is no JSON that Python can read, so loading the dataset stops at it. The finding stands at the first character that does not fit; correct the row there or remove it. Objects over several lines, one after another, are a warning in a file of up to 10 MB: `datasets` joins their lines, but cuts rows in two in a larger file, and nothing in them is checked here.',
      ko: 'Python이 읽을 수 있는 JSON이 아니므로 데이터셋을 불러오다가 이 행에서 멈춥니다. 맞지 않는 첫 문자에 표시되니 그곳을 고치거나 행을 지우십시오. 여러 줄에 걸친 객체가 이어지는 10MB 이하 파일에서는 경고입니다. `datasets`가 줄을 이어 읽지만 더 큰 파일에서는 행을 둘로 자르고, 여기서는 그 내용을 확인하지 않습니다.',
    },
    good: '{"prompt": "Hi", "completion": "Hello"}',
    bad: '{"prompt": "Hi", "completion": "Hello"',
  },
  check({ problem, at, text, isJoined }, report) {
    const start = Math.min(at, lastCharacter(text));
    const end = start + (isPairAt(text, start) ? 2 : 1);
    report({
      target: { kind: 'range', start, end: Math.min(end, text.length) },
      message: { id: `dataset.json-syntax.${isJoined ? 'joined' : problem}` },
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
