import { expect, test } from 'vitest';
import type { ComparisonView } from '../../../src/core/protocol/compare-contract.ts';
import { CompareStore } from '../../../src/webview/compare/compare-store.ts';

const view: ComparisonView = {
  kind: 'comparison',
  language: 'en',
  restore: '/runs/a/compare/1',
  name: 'a',
  comparison: null,
  progress: { phase: 'loading', done: null, total: null },
  streaming: [],
  fault: null,
  notes: [],
};
const update = {
  progress: { phase: 'answering' as const, done: 1, total: 2 },
  streaming: [{ index: 0, side: 'after' as const, text: 'Dear' }],
};

test('an update changes what is being written and leaves the rest', () => {
  let drawn = 0;
  const store = new CompareStore(() => (drawn += 1));
  store.show(view);
  store.update(update);
  expect(store.view).toEqual({ ...view, ...update });
  expect(drawn).toBe(2);
});

test('an update that comes before its view, or to a sentence, changes nothing', () => {
  const store = new CompareStore(() => undefined);
  store.update(update);
  expect(store.view).toBeNull();
  const failed = { kind: 'failed' as const, language: 'en' as const, sentence: 'No.' };
  store.show(failed);
  store.update(update);
  expect(store.view).toEqual(failed);
});
