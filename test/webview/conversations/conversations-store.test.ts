import { expect, test } from 'vitest';
import type { EditResult } from '../../../src/core/protocol/conversations-contract.ts';
import type { ConversationsHost } from '../../../src/webview/conversations/conversations-host.ts';
import { ConversationsStore } from '../../../src/webview/conversations/conversations-store.ts';
import { nothingSaved, type Edit } from '../../../src/webview/conversations/saved-view.ts';

/** A file of one string, whose edits are written when the test says so. */
class SlowFile {
  text = 'old';
  readonly writing: {
    readonly wanted: Omit<Edit, 'problem'>;
    readonly end: (result?: EditResult) => void;
  }[] = [];

  readonly store = new ConversationsStore(
    this.#host(),
    nothingSaved,
    () => {},
    () => {},
  );

  #host(): ConversationsHost {
    const unused = (): never => {
      throw new Error('not asked for');
    };
    return {
      readRows: () => Promise.resolve([]),
      wish: unused,
      positionOf: unused,
      nextFinding: unused,
      openText: unused,
      readString: (row) => Promise.resolve({ before: this.text, rowDigest: `${row} ${this.text}` }),
      edit: (wanted) => {
        const { promise, resolve } = Promise.withResolvers<EditResult>();
        const end = (result: EditResult = { kind: 'done' }): void => {
          if (result.kind === 'done') this.text = wanted.typed;
          resolve(result);
        };
        this.writing.push({ wanted, end });
        return promise;
      },
    };
  }
}

test('an edit is closed when it is written', async () => {
  const { store, writing } = await begun();
  store.type('new');
  const finished = store.finishEdit();
  writing[0]?.end();
  expect([await finished, store.saved.edit]).toEqual([true, null]);
});

test('what is typed while an edit is written stays, over what is in the file now', async () => {
  const { store, writing } = await begun();
  store.type('new');
  const finished = store.finishEdit();
  store.type('newer');
  writing[0]?.end();
  expect(await finished).toBe(false);
  const expected = {
    row: 1,
    pointer: '/text',
    before: 'new',
    rowDigest: '1 new',
    typed: 'newer',
    problem: null,
  };
  expect(store.saved.edit).toEqual(expected);
});

test('an edit is written once, however often it is asked for meanwhile', async () => {
  const { store, writing } = await begun();
  store.type('new');
  const all = [store.finishEdit(), store.finishEdit()];
  writing[0]?.end();
  expect([await Promise.all(all), writing.length]).toEqual([[true, true], 1]);
});

test('what becomes of an edit that was given up is not said of the next one', async () => {
  const file = await begun();
  const { store, writing } = file;
  store.type('new');
  const finished = store.finishEdit();
  store.cancelEdit();
  await store.startEdit(2, '/text');
  writing[0]?.end({ kind: 'refused', sentence: 'No.' });
  await finished;
  expect(store.saved.edit).toMatchObject({ row: 2, before: 'old', problem: null });
});

async function begun(): Promise<SlowFile> {
  const file = new SlowFile();
  await file.store.startEdit(1, '/text');
  return file;
}
