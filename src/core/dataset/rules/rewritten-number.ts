import { floatText } from '../loading/float-text.ts';
import { typeAt } from '../loading/loaded-type.ts';
import { loadRule, targetAt } from '../loading/load-rule.ts';
import { excerpt } from '../rule.ts';
import { INTEGER, readByUjson, readIntegerByUjson, writtenByUjson } from '../loading/ujson-number.ts';
import { withholdNumber } from '../personal-data/withhold.ts';

export const rewrittenNumber = loadRule({
  id: 'rewritten-number',
  severity: 'warning',
  documentation: {
    text: {
      en: 'The number is not the same after loading. datasets 5.2 rewrites all rows of a JSON array, and of a JSONL file in which objects have unlike keys or values several kinds, with ten decimals and an inexact reader: 0.7 becomes 0.7000000000000001, 1e-12 becomes 0. The model learns the other number. Write such numbers as text, or write arguments as JSON text.',
      ko: '불러오면 숫자가 달라집니다. datasets 5.2는 JSON 배열의 모든 행을, 그리고 객체의 키가 서로 다르거나 값의 종류가 여럿인 JSONL 파일의 모든 행을 소수 10자리와 부정확한 판독기로 다시 씁니다. 0.7은 0.7000000000000001이, 1e-12는 0이 됩니다. 모델은 바뀐 숫자를 배웁니다. 이런 숫자나 인자 전체를 JSON 글로 쓰십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"a": 0.5}}}]}]}\n{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"b": 1}}}]}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"a": 0.7}}}]}]}\n{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"b": 1}}}]}]}',
  },
  check({ type, isRewritten, floats }, report) {
    if (!isRewritten) return;
    for (const float of floats.values) {
      const isJson = typeAt(type, float.path).type.kind === 'json';
      const becomes = INTEGER.test(float.text)
        ? integerText(readIntegerByUjson(float.text), isJson)
        : loadedText(float.text, isJson);
      if (becomes === null) continue;
      const args = { number: excerpt(withholdNumber(float.text)), becomes: withholdNumber(becomes) };
      report(float.row, { message: { id: 'dataset.rewritten-number', args }, ...targetAt(float) });
    }
    for (const row of floats.laterRows) report(row, { message: { id: 'dataset.rewritten-number.row' } });
  },
});

/** Arrow makes a float of an integer beyond its own. */
function integerText(value: bigint, isJson: boolean): string {
  return isJson || value === BigInt.asIntN(64, value) ? String(value) : floatText(Number(value));
}

/** As what a float is loaded; null where it is the same. */
function loadedText(literal: string, isJson: boolean): string | null {
  const becomes = loaded(writtenByUjson(readByUjson(literal)), isJson);
  if (becomes === Number(literal)) return null;
  return becomes === null ? 'None' : floatText(becomes);
}

/** What the written number is read as at last: once more by ujson in a column of JSON, else by Arrow. */
function loaded(written: string, isJson: boolean): number | null {
  if (written === 'null') return null;
  return isJson ? readByUjson(written) : Number(written);
}
