import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { convertReport } from '../../src/core/dataset/prepare/prepare-reports.ts';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

const csv = 'question,answer,topic\nWho?,Me.,a\n"Where,\nthen?",Here.,b\nWhen?,,c\n';
const mapping = ['--map', 'question=user', '--map', 'answer=assistant'];

describe('convert', () => {
  test('reads the label of a CSV file as pandas does', async () => {
    folder.put('kto.csv', 'prompt,completion,label\na,b,true\nc,d,False\ne,f,maybe\n');
    const { out, notes } = await cli(folder.path, [
      'convert',
      'kto.csv',
      '--to',
      'kto',
      '--out',
      'kto.jsonl',
    ]);
    expect(folder.read('kto.jsonl')).toBe(
      '{"prompt":"a","completion":"b","label":true}\n{"prompt":"c","completion":"d","label":false}\n',
    );
    expect([out, notes]).toEqual([
      '2 rows written to kto.jsonl: 2 converted, 0 left as they were; 1 of 3 left out.\n',
      '1 row does not say whether the answer is good. Say true or false for each, as kto has it. (row 3)\n',
    ]);
  });

  test('keeps both columns of one name of a CSV file', async () => {
    folder.put('twice.csv', 'prompt,prompt,completion\na,b,c\n');
    await cli(folder.path, ['convert', 'twice.csv', '--to', 'prompt-completion', '--out', 'twice.jsonl']);
    expect(folder.read('twice.jsonl')).toBe('{"prompt":"a","prompt.1":"b","completion":"c"}\n');
  });

  test('makes conversations of a CSV file, says what is left out, and notes where they come from', async () => {
    folder.put('faq.csv', csv);
    const argv = ['convert', 'faq.csv', '--to', 'messages', '--out', 'faq.jsonl', ...mapping];
    expect(await cli(folder.path, argv)).toEqual({
      code: 0,
      out: '2 rows written to faq.jsonl: 2 converted, 0 left as they were; 1 of 3 left out.\n',
      notes:
        '1 row lacks a column that is mapped, or its text. Check the names, and that commas part the columns of a CSV file. (row 3)\n',
    });
    expect(folder.read('faq.jsonl')).toBe(
      '{"messages":[{"role":"user","content":"Who?"},{"role":"assistant","content":"Me."}],"topic":"a"}\n' +
        '{"messages":[{"role":"user","content":"Where,\\nthen?"},{"role":"assistant","content":"Here."}],"topic":"b"}\n',
    );
    expect(folder.noteOf('faq.jsonl')).toMatchObject({
      inputs: [{ path: 'faq.csv', rows: 3 }],
      steps: [
        {
          step: 'convert',
          to: 'messages',
          map: [
            { column: 'question', to: 'user' },
            { column: 'answer', to: 'assistant' },
          ],
        },
      ],
      output: { path: 'faq.jsonl', rows: 2 },
      rows: { in: 3, out: 2, dropped: [{ what: 'mapped-column', rows: 1 }], lost: [] },
    });
  });

  test('prints one JSON document with every row that is left out and every kind of loss', async () => {
    folder.put(
      'data.json',
      JSON.stringify([
        { instruction: 'Add.', input: '1+1', output: '2' },
        { text: 'a' },
        { prompt: 'a', completion: 'b' },
      ]),
    );
    const argv = [
      'convert',
      'data.json',
      '--to',
      'prompt-completion',
      '--out',
      'b.jsonl',
      '--format',
      'json',
    ];
    const { code, out, notes } = await cli(folder.path, argv);
    expect([code, notes]).toEqual([0, '']);
    expect(v.parse(convertReport, JSON.parse(out))).toMatchObject({
      input: { path: 'data.json', rows: 3 },
      to: 'prompt-completion',
      output: { path: 'b.jsonl', rows: 2 },
      unchanged: 1,
      converted: 1,
      losses: [{ what: 'input', rows: 1, message: expect.stringContaining('1 row: instruction and input') }],
      dropped: [{ row: 2, why: 'no-prompt' }],
      reasons: [{ why: 'no-prompt', rows: 1, message: expect.stringContaining('nothing before the answer') }],
    });
  });

  test('counts rows that are no JSON, and goes on behind them', async () => {
    folder.put('data.jsonl', '{"text":"a"}\n{text}\n\n{"text":"b"}\n');
    const argv = ['convert', 'data.jsonl', '--to', 'messages', '--out', 'b.jsonl'];
    const { code, notes } = await cli(folder.path, argv);
    expect([code, notes]).toEqual([
      0,
      '1 row is no JSON. Repair them, as lint names them; a table needs commas between its values and a name that ends in .csv. (row 2)\n1 empty line is left out.\n',
    ]);
    expect(folder.read('b.jsonl').split('\n')).toHaveLength(3);
  });

  test('writes nothing where no row can be converted, and says why', async () => {
    folder.put('faq.csv', csv);
    const { code, notes } = await cli(folder.path, [
      'convert',
      'faq.csv',
      '--to',
      'messages',
      '--out',
      'b.jsonl',
    ]);
    expect([code, notes, folder.names()]).toEqual([
      1,
      'tuning-fork: No row of faq.csv could be converted, so nothing was written. 3 rows are of no known format. Map their columns to say what they are.\n',
      ['faq.csv'],
    ]);
  });

  test('never writes over a file unless --force says so', async () => {
    folder.put('a.jsonl', '{"text":"a"}\n');
    folder.put('b.jsonl', 'mine');
    const argv = ['convert', 'a.jsonl', '--to', 'messages', '--out', 'b.jsonl'];
    expect((await cli(folder.path, argv)).code).toBe(2);
    expect(folder.read('b.jsonl')).toBe('mine');
    expect((await cli(folder.path, [...argv, '--force'])).code).toBe(0);
    expect(folder.read('b.jsonl')).toContain('messages');
  });

  test('speaks Korean', async () => {
    folder.put('a.jsonl', '{"prompt":"a","completion":"b"}\n');
    const argv = ['convert', 'a.jsonl', '--to', 'text', '--out', 'b.jsonl', '--lang', 'ko'];
    const { out, notes } = await cli(folder.path, argv);
    expect([out, notes]).toEqual([
      expect.stringContaining('b.jsonl에 1행을 썼습니다.'),
      expect.stringContaining('행 1개: 답이 시작되는 곳이 사라집니다.'),
    ]);
  });

  test.each([
    [['--out', 'b'], '--to is one of messages, sharegpt'],
    [['--to', 'chatml', '--out', 'b'], 'not chatml'],
    [['--to', 'text'], 'name the new file with --out'],
    [['--to', 'text', '--out', 'b', '--map', 'q'], '--map is COLUMN=ROLE'],
    [['--to', 'text', '--out', 'b', '--map', 'q=who'], 'not q=who'],
    [['--to', 'text', '--out', 'b', '--map', 'q=user', '--map', 'q=system'], 'names a column twice'],
    [['--to', 'text', '--out', './a.jsonl', '--force'], 'is the file that is read'],
  ])('%j is wrong usage', async (options, sentence) => {
    folder.put('a.jsonl', '{"text":"a"}\n');
    const { code, notes } = await cli(folder.path, ['convert', 'a.jsonl', ...options]);
    expect([code, notes, folder.names()]).toEqual([2, expect.stringContaining(sentence), ['a.jsonl']]);
  });
});
