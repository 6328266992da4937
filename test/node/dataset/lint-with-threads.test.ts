import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowDigest } from '../../../src/core/dataset/configuration/row-digest.ts';
import { lintFile } from '../../../src/node/dataset/lint-file.ts';
import { segmentBounds } from '../../../src/node/dataset/segments/segment-bounds.ts';
import { lintWithThreads } from '../../../src/node/dataset/segments/lint-with-threads.ts';
import { bundleWorker } from '../../kit/worker-bundle.ts';

const rules = path.resolve(import.meta.dirname, '../../fixtures/rules');

/** All JSONL fixtures of the rules one after another, some of them twice: rows of every kind, with findings of every rule. */
function fixtureRows(): string {
  const files = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  );
  return files
    .toSorted()
    .map((name) => readFileSync(path.join(rules, name)).toString('latin1'))
    .filter((text) => !text.startsWith('['))
    .map((text) => `${text.replace(/\n$/, '')}\n`)
    .join('');
}

let worker: string;
let folder: string;
beforeAll(async () => {
  worker = await bundleWorker('segment-worker');
  folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-threads-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, Buffer.from(text, 'latin1'));
  return file;
}

describe('linting with several threads', () => {
  const rows = fixtureRows();
  const first = '{"prompt":"Hi","completion":"Hello"}\n';
  const files = {
    'rows of every kind': first + rows + rows,
    'no line end at the end': first + rows + rows.trimEnd(),
    'a byte order mark': `\xef\xbb\xbf${first}${rows}`,
    'a line longer than a segment': `${first}{"text":"${'long '.repeat(4000)} "}\n${rows}`,
    'one document': `[\n${'{"text":"a "},\n'.repeat(2000)}{"text":"b"}]`,
  };

  for (const [name, text] of Object.entries(files)) {
    for (const count of [1, 2, 3]) {
      test(`finds in ${name} what one thread finds, with ${count}`, async () => {
        const file = written('rows.jsonl', text);
        const options = {
          path: 'rows.jsonl',
          rules: { 'near-duplicate': 'info', 'blank-line': 'off' },
        } as const;
        const alone = await lintFile(file, options);
        expect(alone.findings.length).toBeGreaterThan(100);
        for (const own of [0, 5000, Infinity])
          expect(await lintWithThreads(file, options, { count, worker, segment: 3000, own })).toEqual(alone);
      });
    }
  }

  for (const mostListed of [0, 1, 40, 150, 1000]) {
    for (const count of [2, 3]) {
      test(`lists the same of too many findings as one thread, at most ${mostListed} with ${count}`, async () => {
        const file = written(
          'many.jsonl',
          files['rows of every kind'] + '\n'.repeat(3000) + '1\n'.repeat(3000),
        );
        const options = { path: 'many.jsonl', mostListed };
        const alone = await lintFile(file, options);
        expect(alone.unlisted).not.toBeUndefined();
        for (const own of [0, 7000])
          expect(await lintWithThreads(file, options, { count, worker, segment: 1000, own })).toEqual(alone);
      });
    }
  }

  test('lets a severity and a choice of rules stand', async () => {
    const file = written('rows.jsonl', files['rows of every kind']);
    const options = {
      path: 'rows.jsonl',
      rules: { 'edge-white-space': 'error', 'exact-duplicate': 'off' },
      only: ['edge-white-space', 'exact-duplicate', 'mojibake'],
    } as const;
    const alone = await lintFile(file, options);
    const shared = await lintWithThreads(file, options, { count: 2, worker, segment: 3000, own: 0 });
    expect(shared).toEqual(alone);
    expect(Object.keys(shared.counts)).toContain('edge-white-space');
    expect(Object.keys(shared.counts)).not.toContain('exact-duplicate');
  });

  test('ignores what is known, and knows what is beside the file', async () => {
    const file = written('rows.jsonl', files['rows of every kind']);
    const ignore = { entry: 0, rules: ['edge-white-space'], row: null, reason: 'Meant.', isExact: true };
    const use = { kind: 'left-out', why: 'name', format: 'json' } as const;
    const folderPlace = { folder: 'data', use, before: null, first: null, isLoadedWhole: true };
    for (const ignores of [[], [ignore]]) {
      const options = { path: 'rows.jsonl', ignores, folder: folderPlace };
      const alone = await lintFile(file, options);
      expect(await lintWithThreads(file, options, { count: 2, worker, segment: 3000, own: 0 })).toEqual(
        alone,
      );
      expect(alone.counts['folder-left-out']).toBe(1);
      expect((alone.ignored ?? []).length > 0).toBe(ignores.length > 0);
    }
  });

  test('finds in files that chance has broken what one thread finds', async () => {
    const lines = (first + rows).split('\n');
    const line = fc.oneof(
      fc.constantFrom(...lines),
      fc.string({ unit: 'binary-ascii' }),
      fc.constant(''),
      fc.constant('\xff\xfe'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 20, maxLength: 60 }), async (chosen) => {
        const file = written('broken.jsonl', chosen.join('\n'));
        const options = { path: 'broken.jsonl' };
        const shared = await lintWithThreads(file, options, { count: 2, worker, segment: 200, own: 300 });
        expect(shared).toEqual(await lintFile(file, options));
      }),
      { numRuns: 40 },
    );
  });

  const prose = '{"messages":[{"role":"user","content":"Hi?"},{"role":"assistant","content":"Hello."}]}';
  const turn = (content: string) => prose.replace('Hello.', content);
  /** Rows that change what `datasets` makes of the others, or that are changed by them. */
  const turning = [
    prose.replace('}]}', '}],"chat_template_kwargs":{"a":1}}'),
    prose.replace('}]}', '}],"source":1}'),
    prose.replace('}]}', '}],"source":1.5}'),
    prose.replace('"role":"user"', '"role":"user","name":"Ann"'),
    prose.replace('}]}', '}],"n":123456789012345678901234567890}'),
    turn('12'),
    turn('2024-05-01'),
    turn('{\\"a\\": 1}'),
    '{"messages":"none"}',
    '',
    '5',
    '{',
  ];

  test('finds in rows of plain prose, with some among them that are none, what one thread finds', async () => {
    const line = fc.oneof({ weight: 20, arbitrary: fc.constant(prose) }, fc.constantFrom(...turning));
    const rule = { entry: 0, rules: null, reason: 'Known.', isExact: true };
    const ignores = [{ ...rule, row: rowDigest(turn('12'), 1) }];
    const rules = { 'missing-template-kwargs': 'info', 'contradictory-answers': 'info' } as const;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 20, maxLength: 80 }), async (chosen) => {
        const file = written('prose.jsonl', chosen.join('\n'));
        const options = { path: 'prose.jsonl', rules, ignores };
        const shared = await lintWithThreads(file, options, { count: 2, worker, segment: 700, own: 0 });
        expect(shared).toEqual(await lintFile(file, options));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  const numbered = (n: unknown) => prose.replace('}]}', `}],"n":${JSON.stringify(n)}}`);
  const late = [
    { of: turn, rows: [prose.replace('}]}', '}],"source":1}'), prose] },
    { of: turn, rows: ['', prose, numbered(5)] },
    { of: turn, rows: [prose.replace('}]}', '}],"n":123456789012345678901234567890}'), ''] },
    // a text that may be read as a number fits, and the one after it does not
    { of: () => numbered(5), rows: [numbered('12'), numbered('word'), prose] },
    { of: () => numbered('2024-05-01'), rows: [numbered('word'), numbered('word')] },
  ];

  for (const [n, { of, rows: after }] of late.entries()) {
    test(`finds beyond the first block what one thread finds, ${n}`, async () => {
      const row = of('Long. '.repeat(200));
      const block = `${row}\n`.repeat(Math.ceil(11e6 / row.length));
      const file = written('late.jsonl', `${block}${after.join('\n')}\n${`${prose}\n`.repeat(20_000)}`);
      const options = { path: 'late.jsonl' };
      const alone = await lintFile(file, options);
      const found = ['late-change', 'unread-line'].filter((rule) => rule in alone.counts);
      expect(found.length).toBeGreaterThan(0);
      for (const own of [0, undefined]) {
        const threads = { count: 2, worker, segment: 1 << 20, own };
        expect(await lintWithThreads(file, options, threads)).toEqual(alone);
      }
    }, 60_000);
  }

  test('says of a file that is not there what one thread says', async () => {
    const file = path.join(folder, 'gone.jsonl');
    await expect(lintWithThreads(file, { path: file }, { count: 2, worker })).rejects.toThrow(/ENOENT/);
  });
});

describe('the segments of a file', () => {
  test('begin where lines do, from the first byte after a mark to the end', async () => {
    const file = written('lines.jsonl', `\xef\xbb\xbf${'{"a":1}\n'.repeat(10)}`);
    expect(await segmentBounds(file, () => 20)).toEqual([3, 27, 51, 67, 83]);
  });

  test('are none of one document, or of a file of one line', async () => {
    expect(await segmentBounds(written('array.json', '[\n{"a":1},\n{"a":1}]'), () => 4)).toBeNull();
    expect(await segmentBounds(written('line.jsonl', '{"a":1}'), () => 4)).toBeNull();
  });
});
