import type { Path } from '../json/locate.ts';
import { eachPlace } from '../loading/loaded-type.ts';
import { loadRule, placeText, targetAt } from '../loading/load-rule.ts';
import { excerpt } from '../rule.ts';

export const textReadAsJson = loadRule({
  id: 'text-read-as-json',
  severity: 'error',
  documentation: {
    text: {
      en: 'The text is JSON, and elsewhere in the file a value of another kind stands at the same place (a content that is a list of parts, say). datasets 5.2 then keeps the place as JSON text and reads this text too: "42" becomes a number, "null" nothing, \'{"a": 1}\' an object. Templates stop at it or print it as Python does. Write all values of the place in one kind.',
      ko: '글이 JSON이고, 파일의 다른 곳에서는 같은 자리에 다른 종류의 값(예: 조각 목록인 content)이 있습니다. datasets 5.2는 그 자리를 JSON 글로 보관했다가 이 글도 JSON으로 읽습니다. "42"는 숫자가, "null"은 없는 값이, \'{"a": 1}\'은 객체가 됩니다. 템플릿이 멈추거나 Python 표기로 출력합니다. 그 자리의 값을 모두 한 종류로 쓰십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "4"}]}\n{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "4"}]}\n{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}, {"role": "assistant", "content": "Hello"}]}',
  },
  check({ type, root, texts }, report) {
    eachPlace(type, root, ({ kind }, node) => {
      const log = kind === 'json' ? texts.get(node) : undefined;
      if (log === undefined || node.first === null || isReadAnyway(node.first.path)) return;
      const place = placeText(node.first);
      for (const value of log.values) {
        const args = { text: excerpt(value.text), place };
        report(value.row, { message: { id: 'dataset.text-read-as-json', args }, ...targetAt(value) });
      }
      for (const row of log.laterRows)
        report(row, { message: { id: 'dataset.text-read-as-json.row', args: { place } } });
    });
  },
});

/** TRL reads `tools` that are text itself (sft_trainer.py:1315), and templates want arguments as objects. */
function isReadAnyway(path: Path): boolean {
  const last = path.at(-1);
  return (last === 'tools' && path.length === 1) || last === 'arguments';
}
