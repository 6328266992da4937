import * as assert from 'node:assert/strict';
import { KeptCounts } from '../../../src/host/dataset/kept-counts.ts';

suite('the token counts that are kept of a document', () => {
  const typed = (n: number): string => `row ${String(n).padStart(6, '0')}`;

  test('are bounded, however many texts a row has had', () => {
    const counts = new KeptCounts(1_000);
    for (let n = 0; n < 10_000; n++) counts.add(new Map([[typed(n), n]]));
    const known = Array.from({ length: 10_000 }, (_, n) => typed(n)).filter(
      (text) => counts.get(text) !== undefined,
    );
    assert.deepEqual(
      known,
      Array.from({ length: 100 }, (_, n) => typed(9_900 + n)),
    );
  });

  test('are those of all rows that are looked at, also where they are more than the bound', () => {
    const counts = new KeptCounts(30);
    const inView = Array.from({ length: 50 }, (_, n) => typed(n));
    counts.add(new Map(inView.map((text, n) => [text, n])));
    counts.ask(inView);
    counts.add(new Map([[typed(50), 50]]));
    counts.ask(inView);
    counts.add(new Map([[typed(51), 51]]));
    assert.ok(inView.every((text, n) => counts.get(text) === n));
    counts.add(new Map([[typed(52), 52]]));
    assert.equal(counts.get(typed(0)), undefined);
  });

  test('say for good whether anything could be counted', () => {
    const counts = new KeptCounts(10);
    counts.add(new Map([['none', null]]));
    assert.equal(counts.isCounted, false);
    counts.add(new Map([['one', 3]]));
    for (let n = 0; n < 5; n++) counts.add(new Map([[typed(n), null]]));
    assert.equal(counts.get('one'), undefined);
    assert.equal(counts.isCounted, true);
  });
});
