import { eachPlace } from '../loading/loaded-type.ts';
import type { LoadedFile, UnreadLine } from '../loading/load-model.ts';
import { loadRule, placeText } from '../loading/load-rule.ts';
import { isTrained, isTurn } from '../loading/trained-place.ts';
import type { ValuePlace } from '../loading/value-tree.ts';
import type { FileReport } from '../rule.ts';

export const unreadLine = loadRule({
  id: 'unread-line',
  severity: 'error',
  documentation: {
    text: {
      en: "datasets 5.2 reads the lines twice, and its second reader (pandas' ujson) refuses this one: an empty line, an integer that 64 bits do not hold, or a number with such an integer before its point. In the first 10 MB that ends its look for unlike keys without a word: objects are merged, and every call of a tool gets the keys of all others as null, which templates print and the model learns. Where values of several kinds stand in one place, and in a JSON array, loading stops instead. Remove the empty line, write the integer as text and the other number with an exponent (1e20).",
      ko: 'datasets 5.2는 줄을 두 번 읽는데 두 번째 판독기(pandas의 ujson)가 이 줄을 거부합니다(빈 줄, 64비트를 넘는 정수, 소수점 앞이 그런 숫자). 처음 10MB 안이면 키가 서로 다른지 보는 일을 말없이 그만두어 객체들이 합쳐지고, 모든 도구 호출이 다른 호출의 키를 null로 가져 템플릿이 출력하고 모델이 배웁니다. 한 자리에 여러 종류의 값이 있거나 JSON 배열이면 불러오기가 멈춥니다. 빈 줄을 지우고 정수는 글로, 다른 숫자는 지수로(1e20) 쓰십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"city": "Seoul"}}}]}]}\n{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"query": "rain"}}}]}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"city": "Seoul"}}}]}]}\n\n{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"query": "rain"}}}]}]}',
  },
  check(loaded, report) {
    if (loaded.stoppedAt !== null) reportLine(loaded.stoppedAt, 'stops', {}, report);
    else if (loaded.unread !== null) {
      const merged = firstMerged(loaded);
      if (merged !== null) reportLine(loaded.unread, 'merged', { place: placeText(merged) }, report);
    }
  },
});

/** The first objects that reach the model with keys that are not theirs. */
function firstMerged({ type, root }: LoadedFile): ValuePlace | null {
  let found: ValuePlace | null = null;
  eachPlace(type, root, ({ kind }, node) => {
    if (found !== null || kind !== 'struct' || node.first === null || !node.isUnlike) return;
    if (isTrained(node.first.path) && !isTurn(node.first.path)) found = node.first;
  });
  return found;
}

function reportLine(
  { row, cause, span }: UnreadLine,
  effect: 'stops' | 'merged',
  args: Readonly<Record<string, string>>,
  report: FileReport,
): void {
  report(row, { message: { id: `dataset.unread-line.${cause}.${effect}`, args }, span });
}
