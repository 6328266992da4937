import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Preparation } from '../../../src/core/dataset/prepare/preparation.ts';
import { formatError, formatMessage } from '../../../src/core/text/format-message.ts';
import { PreparingThread } from '../../../src/node/worker/preparing-thread.ts';
import { PrepareFolder } from '../../kit/dataset/prepare-folder.ts';
import '../../kit/every-sentence.ts';
import { bundleWorker } from '../../kit/worker-bundle.ts';

let script = '';
let folder: PrepareFolder;
let thread: PreparingThread;
beforeAll(async () => {
  script = await bundleWorker();
});
afterAll(() => rmSync(path.dirname(script), { recursive: true, force: true }));
beforeEach(() => {
  folder = new PrepareFolder();
  thread = new PreparingThread(script);
});
afterEach(() => {
  thread.dispose();
  folder.remove();
});

const at = (name: string): string => path.join(folder.path, name);
const common = { version: '1.2.3', force: false };
const patient = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

/** Each way to prepare `a.jsonl`, written to `b.jsonl`. */
function ways(): Preparation[] {
  const [input, output] = [at('a.jsonl'), at('b.jsonl')];
  return [
    { kind: 'convert', ...common, input, output, to: 'messages', map: [] },
    { kind: 'dedupe', ...common, seen: null, input, output, near: true },
    {
      kind: 'split',
      ...common,
      seen: null,
      input,
      output: { train: output, eval: at('c.jsonl') },
      eval: 0.1,
      seed: 0,
      strata: null,
    },
    { kind: 'sample', ...common, input, output, amount: { fraction: 0.5 }, seed: 0 },
    { kind: 'shuffle', ...common, input, output, seed: 0 },
    { kind: 'merge', ...common, inputs: [input, at('d.jsonl')], output },
    { kind: 'exclude', ...common, seen: null, input, output, rules: ['empty-content'] },
  ];
}

/**
 * Makes an end of work on `a.jsonl` and `d.jsonl`, with more rows each time until it came in time: on a busy machine the thread may have
 * done before it hears of it.
 * @param end whether the work was not done yet
 */
async function endedAtWork(end: () => Promise<boolean>): Promise<void> {
  for (let rows = 400_000; rows < 10_000_000; rows *= 2) {
    folder.putRows('a.jsonl', rows);
    folder.putRows('d.jsonl', rows, 'd');
    if (await end()) return;
    for (const name of folder.names()) rmSync(at(name));
  }
  expect.unreachable('it was done each time');
}

describe('a thread that prepares', () => {
  test('makes new files in every way, each with its note, and says so in one sentence', async () => {
    folder.putRows('d.jsonl', 1, 'd');
    const said: string[] = [];
    for (const asked of ways()) {
      folder.put('a.jsonl', '{"text":"a"}\n{"text":"b"}\n{"text":"a"}\n{"text":""}\n');
      const outcome = await thread.prepare({ ...asked, force: true }, patient());
      if (outcome.kind !== 'written') expect.unreachable(JSON.stringify(outcome));
      for (const file of outcome.files) folder.noteOf(path.basename(file));
      said.push(formatMessage(outcome.summary, 'en').replaceAll(`${folder.path}/`, ''));
    }
    expect(said).toEqual([
      '4 rows written to b.jsonl: 4 converted, 0 left as they were; 0 of 4 left out.',
      '3 of 4 rows written to b.jsonl; 1 equal and 0 nearly equal rows left out.',
      '3 rows to train on in b.jsonl, 1 held out in c.jsonl.',
      '2 of 4 rows written to b.jsonl.',
      '4 rows written to b.jsonl in a new order.',
      '5 rows of 2 files written to b.jsonl.',
      '3 of 4 rows written to b.jsonl; 1 left out that the rules name.',
    ]);
  });

  test('only says what would become of the rows where it has no place to write to', async () => {
    folder.put('a.jsonl', '{"text":"a"}\n{"text": "a"}\n{"text":""}\n');
    const [, dedupe, split, , , , exclude] = ways();
    for (const [asked, summary, rows] of [
      [dedupe, '1 equal and 0 nearly equal rows of 3 would go; 2 would stay. Nothing was written.', [2]],
      [split, '2 rows would be trained on, 1 held out. Nothing was written.', []],
      [exclude, '1 of 3 rows would go; 2 would stay. Nothing was written.', [3]],
    ] as const) {
      const outcome = await thread.prepare({ ...asked, output: null } as Preparation, patient());
      if (outcome.kind !== 'found') expect.unreachable(JSON.stringify(outcome));
      expect(formatMessage(outcome.summary, 'en')).toBe(summary);
      expect(outcome.rows.map(({ row }) => row)).toEqual(rows);
      expect(outcome.sha256).toBe(folder.sha256Of('a.jsonl'));
    }
    expect(folder.names()).toEqual(['a.jsonl']);
  });

  test('compares held-out rows with what a recipe below its root trains on', async () => {
    mkdirSync(at('data'));
    folder.put('run.sft.yaml', 'model_name_or_path: m\ndataset_name: data\neval_strategy: epoch\n');
    folder.put('data/chats_train.jsonl', '{"prompt":"q","completion":"a"}\n');
    const input = folder.put(
      'data/held-test.jsonl',
      '{"prompt":"r","completion":"a"}\n{"prompt":"q","completion":"b"}\n',
    );
    const asked = { ...ways().at(-1), input, output: null, rules: ['train-eval-overlap'] } as Preparation;
    expect(await thread.prepare(asked, patient())).toMatchObject({
      kind: 'refused',
      message: { id: 'prepare.exclude.nothing-trained' },
    });
    expect(await thread.prepare({ ...asked, root: folder.path } as Preparation, patient())).toMatchObject({
      kind: 'found',
      rows: [{ row: 2 }],
    });
  });

  test('shows a row that would go beside the one that stays', async () => {
    folder.put('a.jsonl', '{"text":"a"}\n{"text": "a"}\n');
    const asked = { ...ways()[1], output: null } as Preparation;
    expect(await thread.prepare(asked, patient())).toMatchObject({
      changes: true,
      rows: [{ row: 2, before: '{\n  "text": "a"\n}', after: ['{\n  "text": "a"\n}'] }],
    });
  });

  test('writes nothing of a file that changed since its user looked at it', async () => {
    folder.putRows('a.jsonl', 30);
    for (const asked of ways().filter((each) => 'seen' in each)) {
      const outcome = await thread.prepare({ ...asked, seen: 'a'.repeat(64) }, patient());
      expect(outcome).toMatchObject({ kind: 'refused', message: { id: 'prepare.changed' } });
    }
    expect(folder.names()).toEqual(['a.jsonl']);
  });

  test.each([
    ['a file that is gone', { input: '/nowhere/a.jsonl' }, 'prepare.no-such-file'],
    ['a folder that is not there', { output: '/nowhere/b.jsonl' }, 'prepare.no-such-folder'],
    ['a file that is there', { output: 'there.jsonl' }, 'prepare.is-there'],
    ['the input itself', { output: 'a.jsonl', force: true }, 'prepare.is-input'],
    [
      'columns that contradict',
      { map: ['q', 'q'].map((column) => ({ column, to: 'user' })) },
      'prepare.columns.contradict',
    ],
  ])('says of %s why it refuses', async (_name, changes, id) => {
    folder.putRows('a.jsonl', 3);
    folder.put('there.jsonl', 'mine');
    const [convert] = ways();
    const output = 'output' in changes ? path.resolve(folder.path, changes.output ?? '') : at('b.jsonl');
    const outcome = await thread.prepare({ ...convert, ...changes, output } as Preparation, patient());
    expect(outcome).toMatchObject({ kind: 'refused', message: { id } });
    expect(folder.names()).toEqual(['a.jsonl', 'there.jsonl']);
  });

  test('leaves nothing behind when it is given up, and can be asked again', async () => {
    for (const asked of ways()) {
      await endedAtWork(async () => {
        const controller = new AbortController();
        const onProgress = (): void => controller.abort();
        const { kind } = await thread.prepare(asked, { signal: controller.signal, onProgress });
        return kind === 'stopped';
      });
      expect([asked.kind, folder.names()]).toEqual([asked.kind, ['a.jsonl', 'd.jsonl']]);
    }
    folder.putRows('a.jsonl', 3);
    const [first] = ways();
    expect(await thread.prepare(first ?? expect.unreachable(), patient())).toMatchObject({ kind: 'written' });
  });

  test('leaves nothing behind when it is killed', async () => {
    for (const asked of ways()) {
      await endedAtWork(async () => {
        const own = new PreparingThread(script);
        const signal = new AbortController().signal;
        const ended = own.prepare(asked, { signal, onProgress: () => own.dispose() });
        await expect(ended.catch((error: unknown) => formatError(error, 'en'))).resolves.toBe(
          'The work was ended because its window closed. Start it again.',
        );
        // The note comes into its place last.
        return !folder.names().includes('b.provenance');
      });
      expect([asked.kind, folder.names()]).toEqual([asked.kind, ['a.jsonl', 'd.jsonl']]);
    }
  });

  test('takes the rows of Parquet', async () => {
    const input = path.resolve('test/fixtures/parquet/snappy.parquet');
    expect((await thread.columnsOf(input)).map(({ name }) => name)).toContain('messages');
    const { rows } = await thread.previewConversion({ input, to: 'sharegpt', map: [] });
    expect(rows).toHaveLength(3);
    const [convert] = ways();
    const asked = { ...convert, input, to: 'sharegpt' } as Preparation;
    expect(await thread.prepare(asked, patient())).toMatchObject({ kind: 'written' });
    expect(folder.noteOf('b.jsonl').inputs).toMatchObject([{ rows: 3 }]);
  });

  test('looks at the first rows alone', async () => {
    folder.putRows('a.jsonl', 400_000);
    expect(statSync(at('a.jsonl')).size).toBeGreaterThan(5_000_000);
    expect(await thread.columnsOf(at('a.jsonl'))).toEqual([{ name: 'text', example: 'a0' }]);
    const { rows } = await thread.previewConversion({ input: at('a.jsonl'), to: 'messages', map: [] });
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    await expect(thread.columnsOf(at('none.jsonl'))).rejects.toThrow('prepare.no-such-file');
    folder.put('empty.csv', '');
    await expect(thread.columnsOf(at('empty.csv'))).rejects.toThrow('prepare.no-rows');
  });
});
