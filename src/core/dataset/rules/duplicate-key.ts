import { keyColons } from '../json/key-colons.ts';
import { parsePositioned, type JsonNode } from '../json/positioned-json.ts';
import { excerpt, type Report, type Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  defaultSeverity: 'error',
  on: 'row',
  shapeOnly: true,
  documentation: {
    text: {
      en: 'An object of the row has a key twice. Loading a JSONL file stops at it ("was specified twice"). Where rows with unlike keys make datasets rewrite the file, in a JSON array, and mostly in a file of a single row, all but the last value are lost without a word. Remove one of the two.',
      ko: '행의 한 객체에 같은 키가 두 번 있습니다. JSONL 파일은 여기서 불러오기가 멈춥니다("was specified twice"). 행마다 키가 달라 datasets가 파일을 다시 쓰거나, JSON 배열이거나, 대개 행이 하나뿐인 파일이면 마지막 값만 말없이 남습니다. 둘 중 하나를 지우십시오.',
    },
    good: '{"prompt": "Hi", "completion": "Hello"}',
    bad: '{"prompt": "Hi", "completion": "Hello", "completion": "Bye"}',
  },
  check({ row }, report) {
    if (keyColons(row.text) === row.tally.keys) return;
    const parsed = parsePositioned(row.text);
    if (!parsed.ok) return;
    const inArray = row.container === 'element';
    reportRepeated(parsed.root, inArray ? (found) => report({ ...found, severity: 'warning' }) : report);
  },
};

function reportRepeated(node: JsonNode, report: Report): void {
  if (node.kind === 'array') for (const item of node.items) reportRepeated(item, report);
  if (node.kind !== 'object') return;
  const seen = new Set<string>();
  for (const { key, keyAt, value } of node.entries) {
    if (seen.has(key)) {
      const message = { id: 'dataset.duplicate-key', args: { key: excerpt(key) } };
      report({ target: { kind: 'range', start: keyAt.start, end: keyAt.end }, message });
    }
    seen.add(key);
    reportRepeated(value, report);
  }
}
