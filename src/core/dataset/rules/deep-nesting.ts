import { DEEPEST_COLUMN, eachPlace } from '../loading/loaded-type.ts';
import { loadRule, targetAt } from '../loading/load-rule.ts';
import { excerpt, type FileReport } from '../rule.ts';
import type { ValuePlace } from '../loading/value-tree.ts';

export const deepNesting = loadRule({
  id: 'deep-nesting',
  severity: 'error',
  documentation: {
    text: {
      en: 'Lists and objects are nested more than 62 levels deep in a column, and Arrow stops ("Recursion level in ArrowSchema struct exceeded"). Flatten the value, or write it as JSON text. No error where unlike keys or values of several kinds make datasets keep the place as JSON text.',
      ko: '열 안의 목록과 객체가 62단계보다 깊이 중첩되어 Arrow가 멈춥니다("Recursion level in ArrowSchema struct exceeded"). 값을 평평하게 하거나 JSON 글로 쓰십시오. 키나 값의 종류가 서로 달라 datasets가 그 자리를 JSON 글로 보관하면 오류가 아닙니다.',
    },
    good: '{"text": "a", "tree": [[[1]]]}',
    bad: '{"text": "a", "tree": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}',
  },
  check({ type, root }, report) {
    let first: ValuePlace | null = null;
    eachPlace(type, root, ({ kind }, node, depth) => {
      if (first === null && depth > DEEPEST_COLUMN && (kind === 'list' || kind === 'struct'))
        first = node.first;
    });
    reportAt(first, report);
  },
});

function reportAt(place: ValuePlace | null, report: FileReport): void {
  if (place === null) return;
  const message = { id: 'dataset.deep-nesting', args: { column: excerpt(String(place.path[0])) } };
  report(place.row, { message, ...targetAt(place) });
}
