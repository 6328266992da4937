import { describe, expect, test } from 'vitest';
import type { FileOverlap } from '../../../src/core/dataset/overlap/file-overlap.ts';
import { HeldOutComparisons, type HeldOutFile } from '../../../src/node/dataset/held-out-comparisons.ts';

const none: FileOverlap = { with: ['train.jsonl'], findings: [] };

function heldOut(name: string, mtime = 1, size = 10): HeldOutFile {
  return { path: name, size, mtime, trained: [{ path: 'train.jsonl', size: 10, mtime: 1 }] };
}

/** Comparisons that end when the test says so. */
function comparisons() {
  const begun: {
    path: string;
    signal: AbortSignal;
    end: (overlap: FileOverlap | null) => void;
    fail: () => void;
  }[] = [];
  const told: string[] = [];
  const all = new HeldOutComparisons(
    async ({ path }, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<FileOverlap | null>();
      const fail = (): void => reject(new Error('ended'));
      signal.addEventListener('abort', fail);
      begun.push({ path, signal, end: resolve, fail });
      return promise;
    },
    (path) => told.push(path),
    100,
  );
  return { all, begun, told };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('comparisons of held-out files', () => {
  test('are made once for a state of the files, one after the other, and told', async () => {
    const { all, begun, told } = comparisons();
    expect(all.of(heldOut('a')).kind).toBe('comparing');
    expect(all.of(heldOut('b')).kind).toBe('comparing');
    expect(begun.map(({ path }) => path)).toEqual(['a']);
    begun[0]?.end(none);
    await settled();
    expect([begun.map(({ path }) => path), told]).toEqual([['a', 'b'], ['a']]);
    expect(all.of(heldOut('a'))).toEqual({ kind: 'compared', overlap: none });
    begun[1]?.end(null);
    await settled();
    expect(all.of(heldOut('b'))).toEqual({ kind: 'off' });
    expect(begun).toHaveLength(2);
  });

  test('of large files wait until somebody asks', async () => {
    const { all, begun } = comparisons();
    const large = heldOut('large', 1, 91);
    expect(all.of(large)).toEqual({ kind: 'waits' });
    expect(begun).toHaveLength(0);
    expect(all.ask(large)).toEqual({ kind: 'comparing' });
    begun[0]?.end(none);
    await settled();
    expect(all.of(large).kind).toBe('compared');
    expect(all.of(heldOut('large', 2, 91)).kind).toBe('waits');
  });

  test('are given up and begun anew where a file changes, and nothing is told of the old state', async () => {
    const { all, begun, told } = comparisons();
    all.of(heldOut('a'));
    expect(all.of(heldOut('a', 2)).kind).toBe('comparing');
    expect(begun[0]?.signal.aborted).toBe(true);
    await settled();
    expect([begun.length, told]).toEqual([2, []]);
    begun[1]?.end(none);
    await settled();
    expect(all.of(heldOut('a', 2)).kind).toBe('compared');
    const other = { ...heldOut('a', 2), trained: [{ path: 'train.jsonl', size: 11, mtime: 3 }] };
    expect(all.of(other).kind).toBe('comparing');
  });

  test('of files that are no longer shown are given up', async () => {
    const { all, begun } = comparisons();
    all.of(heldOut('a'));
    all.of(heldOut('b'));
    all.keep([heldOut('b')]);
    expect(begun[0]?.signal.aborted).toBe(true);
    await settled();
    expect(begun.map(({ path }) => path)).toEqual(['a', 'b']);
  });

  test('that fail, or with nothing that could be read, say nothing of an overlap, and are not tried again by themselves', async () => {
    const { all, begun } = comparisons();
    all.of(heldOut('a'));
    begun[0]?.fail();
    await settled();
    expect([all.of(heldOut('a')), all.ask(heldOut('a'))]).toEqual([{ kind: 'failed' }, { kind: 'failed' }]);
    all.forget();
    expect(all.of(heldOut('a')).kind).toBe('comparing');
    begun[1]?.end({ with: [], findings: [] });
    await settled();
    expect(all.of(heldOut('a')).kind).toBe('failed');
  });

  test('end with their owner', async () => {
    const { all, begun } = comparisons();
    all.of(heldOut('a'));
    all.of(heldOut('b'));
    all.dispose();
    await settled();
    expect([begun.length, begun[0]?.signal.aborted]).toEqual([1, true]);
  });
});
