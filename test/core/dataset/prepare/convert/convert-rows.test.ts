import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../../../src/core/dataset/row/column.ts';
import type { JsonObject } from '../../../../../src/core/dataset/json/json-value.ts';
import { ConvertRows } from '../../../../../src/core/dataset/prepare/convert/convert-rows.ts';
import {
  conversionTarget,
  type ConversionTarget,
} from '../../../../../src/core/dataset/prepare/convert/example.ts';
import { columnMapping, readMapping } from '../../../../../src/core/dataset/prepare/convert/map-columns.ts';
import { formatOfRow } from '../../../../../src/core/dataset/row/row-format.ts';
import { csvRow } from '../../../../../src/core/dataset/prepare/source-row.ts';
import { asLines, sourceRows } from '../../../../kit/dataset/source-rows.ts';

const decoder = new TextDecoder();

/** The lines of a file in another format, and what was lost. */
function convert(content: string | Uint8Array, to: ConversionTarget, map: readonly string[] = []) {
  const settings = map.map((setting) => readMapping(setting) ?? expect.unreachable());
  const rows = new ConvertRows(to, map.length === 0 ? null : columnMapping(settings));
  const lines = sourceRows(content).flatMap((row) => rows.convert(row).map((line) => decoder.decode(line)));
  const { unchanged, dropped, losses } = rows.count();
  return {
    lines,
    unchanged,
    dropped: dropped.map(({ row, why }) => [row, why]),
    losses: Object.fromEntries(losses),
  };
}

function one(row: unknown, to: ConversionTarget) {
  const { lines, ...rest } = convert(asLines([row]), to);
  return { rows: lines.map((line): unknown => JSON.parse(line)), ...rest };
}

/** A row without columns of a format that say nothing. */
function saying(row: object): object {
  const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => key === 'id' || !isEmpty(value)));
}

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });

describe('each format becomes each other one that has a place for it', () => {
  const alpaca = { instruction: 'Add.', input: '1+1', output: '2', id: 7 };

  test.each<[string, unknown, ConversionTarget, unknown[], object]>([
    [
      'alpaca',
      alpaca,
      'messages',
      [{ messages: [user('Add.\n\n1+1'), assistant('2')], id: 7 }],
      { input: 1 },
    ],
    [
      'alpaca whose answer is called response, beside an output that is null',
      { instruction: 'a', output: null, response: 'b' },
      'messages',
      [{ messages: [user('a'), assistant('b')] }],
      {},
    ],
    [
      'alpaca with an input alone',
      { instruction: '', input: 'x', output: 'b' },
      'messages',
      [{ messages: [user('x'), assistant('b')] }],
      { input: 1 },
    ],
    [
      'alpaca whose input is no text',
      { instruction: 'a', input: [1], output: 'b' },
      'messages',
      [{ messages: [user('a'), assistant('b')] }],
      { 'other-columns': 1 },
    ],
    [
      'dolly, whose context is the input',
      { instruction: 'a', context: 'c', response: 'b', category: 'qa' },
      'messages',
      [{ messages: [user('a\n\nc'), assistant('b')], category: 'qa' }],
      { input: 1 },
    ],
    [
      'dolly without context',
      { instruction: 'a', context: '', response: 'b' },
      'alpaca',
      [{ instruction: 'a', input: '', output: 'b' }],
      {},
    ],
    [
      'dolly',
      { instruction: 'a', context: 'c', response: 'b' },
      'alpaca',
      [{ instruction: 'a', input: 'c', output: 'b' }],
      {},
    ],
    [
      'alpaca with two answers, of which one is kept',
      { instruction: 'a', output: 'b', response: 'c' },
      'messages',
      [{ messages: [user('a'), assistant('b')] }],
      { 'other-columns': 1 },
    ],
    [
      'alpaca with a system prompt and history',
      { instruction: 'c', input: '', output: 'd', system: 's', history: [['a', 'b']] },
      'sharegpt',
      [
        {
          conversations: [
            { from: 'system', value: 's' },
            { from: 'human', value: 'a' },
            { from: 'gpt', value: 'b' },
            { from: 'human', value: 'c' },
            { from: 'gpt', value: 'd' },
          ],
        },
      ],
      {},
    ],
    [
      'messages',
      { messages: [{ role: 'system', content: 's' }, user('a'), assistant('b'), user('c'), assistant('d')] },
      'alpaca',
      [{ instruction: 'c', input: '', output: 'd', system: 's', history: [['a', 'b']] }],
      {},
    ],
    [
      'messages',
      { messages: [user('a'), assistant('b'), user('c'), assistant('d')], source: 'x' },
      'prompt-completion',
      [{ prompt: [user('a'), assistant('b'), user('c')], completion: [assistant('d')], source: 'x' }],
      { 'earlier-answers': 1 },
    ],
    [
      'messages',
      { messages: [user('a'), assistant('b')] },
      'prompt-completion-text',
      [{ prompt: 'a', completion: 'b' }],
      {},
    ],
    ['messages', { messages: [user('a'), assistant('b')] }, 'text', [{ text: 'a\n\nb' }], { roles: 1 }],
    ['text', { text: 'a' }, 'messages', [{ messages: [assistant('a')] }], {}],
    ['a pair of texts', { prompt: 'a ', completion: 'b' }, 'text', [{ text: 'a b' }], { boundary: 1 }],
    [
      'a pair with an earlier answer in the prompt',
      { prompt: [user('a'), assistant('b'), user('c')], completion: [assistant('d')] },
      'messages',
      [{ messages: [user('a'), assistant('b'), user('c'), assistant('d')] }],
      { 'prompt-answers': 1 },
    ],
    [
      'a pair with an earlier answer in the prompt',
      { prompt: [user('a'), assistant('b'), user('c')], completion: [assistant('d')] },
      'alpaca',
      [{ instruction: 'c', input: '', output: 'd', history: [['a', 'b']] }],
      { 'prompt-answers': 1 },
    ],
    [
      'a pair with two turns in the answer',
      { prompt: [user('a')], completion: [assistant('b'), user('c'), assistant('d')] },
      'messages',
      [{ messages: [user('a'), assistant('b'), user('c'), assistant('d')] }],
      { boundary: 1 },
    ],
    [
      'sharegpt with a system column',
      {
        system: 's',
        conversations: [
          { from: 'human', value: 'a' },
          { from: 'gpt', value: 'b' },
        ],
        tools: '[]',
      },
      'messages',
      [{ messages: [{ role: 'system', content: 's' }, user('a'), assistant('b')], tools: '[]' }],
      { 'system-column': 1 },
    ],
    [
      'sharegpt with other names of roles',
      {
        conversations: [
          { from: 'user', value: 'a' },
          { from: 'bot', value: 'b' },
        ],
      },
      'messages',
      [{ messages: [user('a'), assistant('b')] }],
      { 'role-names': 1 },
    ],
    [
      'preference',
      { prompt: [user('a')], chosen: [assistant('b')], rejected: [assistant('c')] },
      'messages',
      [{ messages: [user('a'), assistant('b')] }],
      { 'rejected-answer': 1 },
    ],
    [
      'preference whose answers begin with the prompt',
      { chosen: [user('a'), assistant('b')], rejected: [user('a'), assistant('c')] },
      'kto',
      [
        { prompt: [user('a')], completion: [assistant('b')], label: true },
        { prompt: [user('a')], completion: [assistant('c')], label: false },
      ],
      { pairing: 1 },
    ],
    [
      'preference of one turn an answer',
      {
        conversations: [{ from: 'human', value: 'a' }],
        chosen: { from: 'gpt', value: 'b' },
        rejected: { from: 'gpt', value: 'c' },
      },
      'prompt-completion',
      [{ prompt: [user('a')], completion: [assistant('b')] }],
      { 'rejected-answer': 1 },
    ],
    [
      'kto',
      { messages: [user('a'), assistant('b')], label: true },
      'kto',
      [{ prompt: [user('a')], completion: [assistant('b')], label: true }],
      {},
    ],
    [
      'kto',
      { prompt: 'a', completion: 'b', label: true },
      'alpaca',
      [{ instruction: 'a', input: '', output: 'b' }],
      { label: 1 },
    ],
    [
      'columns of two formats',
      { text: 'x', messages: [user('a'), assistant('b')], chosen: null, lang: 'en' },
      'prompt-completion',
      [{ prompt: [user('a')], completion: [assistant('b')], lang: 'en' }],
      { 'other-columns': 1 },
    ],
  ])('%s: %j to %s', (_name, row, to, rows, losses) => {
    expect(one(row, to)).toEqual({ rows, losses, dropped: [], unchanged: 0 });
  });

  test('calls of tools in sharegpt become calls, and spaces in their JSON are no loss', () => {
    const calls = (value: string) => ({ conversations: [{ from: 'function_call', value }] });
    expect(one(calls('{"name": "f", "arguments": {"a": 1}}'), 'messages')).toMatchObject({
      rows: [
        {
          messages: [
            {
              role: 'assistant',
              content: null,
              tool_calls: [{ type: 'function', function: { name: 'f', arguments: { a: 1 } } }],
            },
          ],
        },
      ],
      losses: {},
    });
    expect(one(calls('{"name": "f", "arguments": "{\\"a\\": 1}"}'), 'messages').losses).toEqual({
      'call-form': 1,
    });
    expect(one(calls('{"name": "f", "parameters": {"a": 1}}'), 'messages')).toMatchObject({
      rows: [{ messages: [{ tool_calls: [{ function: { name: 'f', arguments: { a: 1 } } }] }] }],
      losses: { 'call-form': 1 },
    });
    expect(one(calls('f()'), 'messages')).toMatchObject({
      losses: { 'unread-calls': 1 },
      rows: [{ messages: [{ role: 'function_call' }] }],
    });
  });

  test('calls of tools go to turns of their own in sharegpt, ids are said to be lost', () => {
    const call = { id: 'c1', type: 'function', function: { name: 'f', arguments: { a: 1 } } };
    const messages = [
      user('a'),
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', content: '3', name: 'f' },
      assistant('b'),
    ];
    expect(one({ messages, tools: [{ type: 'function' }] }, 'sharegpt')).toMatchObject({
      rows: [
        {
          conversations: [
            { from: 'human', value: 'a' },
            { from: 'function_call', value: '{"name":"f","arguments":{"a":1}}' },
            { from: 'observation', value: '3', name: 'f' },
            { from: 'gpt', value: 'b' },
          ],
          tools: [{ type: 'function' }],
        },
      ],
      losses: { 'call-form': 1 },
    });
  });
});

describe('an answer that is labelled as bad is not learned as good, however the label is written', () => {
  const pair = { prompt: 'a', completion: 'b' };
  const chat = { conversations: [{ from: 'human', value: 'a' }] };
  const alpaca = { instruction: 'a', output: 'b' };
  const learned = conversionTarget.options.filter((to) => to !== 'kto' && to !== 'preference');

  test.each([
    ...[false, 0, 'false', 'False', ' 0 '].map((label) => ({ ...pair, label })),
    { messages: [user('a'), assistant('b')], label: 0 },
    { ...chat, kto_tag: false },
    { ...alpaca, kto_tag: 'false' },
    { ...alpaca, label: false },
    { ...pair, label: true, kto_tag: false },
  ])('%j', (row) => {
    for (const to of learned) {
      const { rows, dropped } = one({ ...row, tools: [] }, to);
      expect([to, rows, dropped]).toEqual([to, [], [[1, 'labelled-bad']]]);
    }
  });

  test.each([0, '0', 'False'])('%j is its label in kto', (label) => {
    const rows = [{ ...pair, label: false }];
    expect(one({ ...pair, label }, 'kto')).toMatchObject({ rows, losses: {} });
    expect(one({ ...pair, kto_tag: label }, 'kto')).toMatchObject({ rows, losses: {} });
  });

  test('as a number in any spelling', () => {
    const content = '{"prompt":"a","completion":"b","label":0.0}\n';
    expect(convert(content, 'messages').dropped).toEqual([[1, 'labelled-bad']]);
  });

  test('good ones stay, and the label is said to be left out', () => {
    for (const label of [true, 1, 'TRUE'])
      expect(one({ ...pair, label }, 'prompt-completion')).toMatchObject({
        rows: [pair],
        losses: { label: 1 },
      });
  });

  test('so it is where columns are mapped', () => {
    const content = asLines([{ q: 'a', a: 'b', label: '0' }]);
    expect(convert(content, 'messages', ['q=user', 'a=assistant']).dropped).toEqual([[1, 'labelled-bad']]);
  });

  test('a label that says something else, or beside a text, is a column like others', () => {
    expect(one({ ...pair, label: 'spam' }, 'messages').rows).toMatchObject([{ label: 'spam' }]);
    expect(one({ ...pair, label: 2 }, 'messages').rows).toMatchObject([{ label: 2 }]);
    expect(one({ text: 'a', label: 0 }, 'messages').rows).toMatchObject([{ label: 0 }]);
  });
});

describe('a row without a place in the new format is left out, with the reason', () => {
  test.each<[unknown, ConversionTarget, string]>([
    [5, 'messages', 'no-object'],
    [{ q: 'a' }, 'messages', 'unknown-format'],
    [{ messages: [{ role: 'user', content: 'a' }, 5] }, 'sharegpt', 'bad-turn'],
    [{ text: 'a' }, 'prompt-completion', 'no-prompt'],
    [{ messages: [user('a')] }, 'prompt-completion', 'no-answer'],
    [
      { messages: [user('a'), { role: 'assistant', content: '', tool_calls: [] }, assistant('b')] },
      'text',
      'no-text',
    ],
    [{ messages: [user('a'), user('b'), assistant('c')] }, 'alpaca', 'no-single-text'],
    [{ text: 'a' }, 'preference', 'no-rejected'],
    [{ text: 'a' }, 'kto', 'no-label'],
    [{ prompt: 'a', completion: 'b', label: false }, 'messages', 'labelled-bad'],
    [{ messages: [user('a'), assistant('b')] }, 'tool-calling', 'no-tools'],
  ])('%j to %s: %s', (row, to, why) => {
    expect(one(row, to)).toMatchObject({ rows: [], dropped: [[1, why]] });
  });
});

describe('what is not said to be lost is kept', () => {
  test('a row that has the format already keeps its bytes', () => {
    const line = '{ "messages" : [{"role":"user","content":"\\u0061"}], "n": 1.0 }';
    expect(convert(`${line}\n`, 'messages')).toMatchObject({ lines: [line], unchanged: 1, losses: {} });
  });

  test('the order of keys is kept, and a key that an object has twice is said', () => {
    const line = (metadata: string) => `{"text":"a","metadata":${metadata}}\n`;
    const after = (metadata: string) => [
      `{"messages":[{"role":"assistant","content":"a"}],"metadata":${metadata}}`,
    ];
    const odd = '{"b":"c","2":1,"1":{"\\u0000number":"d","\\u00000":2.0}}';
    expect(convert(line(odd), 'messages')).toMatchObject({ lines: after(odd), losses: {} });
    expect(convert(line('{"b":"c","b":"d"}'), 'messages')).toMatchObject({
      lines: after('{"b":"d"}'),
      losses: { 'repeated-keys': 1 },
    });
  });

  test('fields of CSV that the header does not name are said', () => {
    const convertRows = new ConvertRows('prompt-completion', null);
    for (const extra of [{}, { '': ['c'] }])
      convertRows.convert(csvRow({ prompt: 'a', completion: 'b', ...extra }, 2));
    expect(convertRows.count()).toMatchObject({ unchanged: 1, losses: new Map([['extra-fields', 1]]) });
  });

  test('numbers are written as they were', () => {
    const numbers = '[1.0,1e2,12345678901234567890,NaN,-0.0,7]';
    const { lines } = convert(`{"text":"a","n":${numbers}}\n`, 'messages');
    expect(lines).toEqual([`{"messages":[{"role":"assistant","content":"a"}],"n":${numbers}}`]);
  });

  test('names that every object has are names like others', () => {
    const line = '{"conversations":[{"from":"constructor","value":"a"}],"__proto__":{"b":1},"toString":2}';
    expect(convert(`${line}\n`, 'messages').lines).toEqual([
      '{"messages":[{"role":"constructor","content":"a"}],"__proto__":{"b":1},"toString":2}',
    ]);
  });

  test('half a surrogate pair stays an escape, and broken bytes are counted', () => {
    expect(convert('{"text":"\\ud83d"}\n', 'messages').lines[0]).toContain('\\ud83d');
    const broken = Uint8Array.of(...new TextEncoder().encode('{"text":"a'), 0xff, 0x22, 0x7d, 0x0a);
    expect(convert(broken, 'messages').losses).toEqual({ 'broken-bytes': 1 });
  });

  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => each.trim() !== '');
  const rest = fc.dictionary(fc.stringMatching(/^x[a-z]{0,5}$/), fc.jsonValue(), {
    maxKeys: 2,
    noNullPrototype: true,
  });
  const system = fc.option(text, { nil: undefined });
  const pairs = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 });
  const turns = fc
    .tuple(system, pairs)
    .map(([instructed, list]) => [
      ...(instructed === undefined ? [] : [{ role: 'system', content: instructed }]),
      ...list.flatMap(([a, b]) => [user(a), assistant(b)]),
    ]);
  const row = (columns: fc.Arbitrary<object>) =>
    fc.tuple(columns, rest).map(([own, others]) => ({ ...own, ...others }));

  const messages = row(turns.map((list) => ({ messages: list })));
  const calls = row(
    fc.tuple(text, fc.jsonValue({ maxDepth: 1 }), text).map(([name, value, result]) => ({
      messages: [
        user('a'),
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ type: 'function', function: { name, arguments: { value } } }],
        },
        { role: 'tool', content: result, tool_call_id: 'c' },
        assistant('b'),
      ],
      tools: [{ type: 'function', function: { name } }],
    })),
  );
  const texts = row(text.map((each) => ({ text: each })));
  const textPairs = row(fc.tuple(text, text).map(([prompt, completion]) => ({ prompt, completion })));
  const alpaca = row(fc.tuple(text, text).map(([a, b]) => ({ instruction: a, input: '', output: b })));
  const turnPairs = row(turns.map((list) => ({ prompt: list.slice(0, -1), completion: list.slice(-1) })));

  test.each<[string, fc.Arbitrary<object>, ConversionTarget, ConversionTarget]>([
    ['messages', messages, 'sharegpt', 'messages'],
    ['messages', messages, 'prompt-completion', 'messages'],
    ['messages', messages, 'alpaca', 'messages'],
    ['messages with calls', calls, 'sharegpt', 'messages'],
    ['messages with calls', calls, 'prompt-completion', 'messages'],
    ['messages with calls', calls, 'sharegpt', 'tool-calling'],
    ['text', texts, 'messages', 'text'],
    ['text', texts, 'sharegpt', 'text'],
    ['a pair of texts', textPairs, 'messages', 'prompt-completion-text'],
    ['a pair of texts', textPairs, 'alpaca', 'prompt-completion-text'],
    ['alpaca', alpaca, 'messages', 'alpaca'],
    ['alpaca', alpaca, 'prompt-completion', 'alpaca'],
    ['alpaca', alpaca, 'prompt-completion-text', 'alpaca'],
    ['a pair of turns', turnPairs, 'messages', 'prompt-completion'],
    ['a pair of turns', turnPairs, 'sharegpt', 'prompt-completion'],
  ])('%s, %#: to %s and back gives equal rows', (_name, rows, there, back) => {
    fc.assert(
      fc.property(rows, (each) => {
        const first = convert(asLines([each]), there);
        const again = convert(first.lines.map((line) => `${line}\n`).join(''), back);
        expect(again.lines.map((line): unknown => JSON.parse(line))).toEqual([
          JSON.parse(JSON.stringify(each)),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  test('an empty prompt beside an answer is lost among turns, and that is said', () => {
    const row = { prompt: [], completion: [{ role: 'assistant', content: null }] };
    expect(convert(asLines([row]), 'messages').losses).toMatchObject({ boundary: expect.anything() });
  });

  test('where nothing is said to be lost, the way back gives the row; columns that say nothing aside', () => {
    const said = fc.constantFrom('a', 'b', '', ' ', '{"name":"f"}');
    const content = fc.oneof(
      said,
      fc.constantFrom<unknown>(null, 5, [{ type: 'text', text: 'q' }], [{ type: 'image' }], {}),
    );
    const toolCalls = fc.constantFrom<unknown>(
      [],
      [{ function: { name: 'f', arguments: '{}' } }],
      [{ type: 'function', function: { name: 'f', arguments: { a: 1 } } }],
    );
    const role = fc.constantFrom('user', 'assistant', 'assistant', 'system', 'tool', 'developer', 'model');
    const from = fc.constantFrom(
      'human',
      'gpt',
      'human',
      'gpt',
      'system',
      'observation',
      'function_call',
      'tool',
      'bot',
    );
    const turn = fc.oneof(
      fc.record(
        { role, content, tool_calls: toolCalls, name: said, from, value: said },
        { requiredKeys: ['role', 'content'] },
      ),
      fc.record(
        { from, value: content, content: said, tool_calls: toolCalls, name: said },
        { requiredKeys: ['from', 'value'] },
      ),
    );
    const list = fc.oneof(
      fc.array(turn, { maxLength: 4 }),
      fc.constant<unknown>([user('a'), assistant('b')]),
      fc.constant<unknown>([
        { from: 'human', value: 'a' },
        { from: 'gpt', value: 'b' },
      ]),
    );
    const some = fc.oneof(said, list);
    const own = fc.oneof(
      fc.record({ messages: list }),
      fc.record({ conversations: list, system: said }, { requiredKeys: ['conversations'] }),
      fc.record({ prompt: some, completion: some }),
      fc.record({ instruction: said, output: said, input: said }),
      fc.record({ text: said }),
    );
    const other = fc.oneof(
      { weight: 9, arbitrary: fc.constant({}) },
      fc.record({ text: said }),
      fc.record({ id: said }),
    );
    const any = fc
      .tuple(other, own)
      .map(([extra, columns]): JsonObject => ({ ...extra, ...columns }) as JsonObject);
    const seen = new Set<string>();
    fc.assert(
      fc.property(any, fc.constantFrom(...conversionTarget.options), (each, to) => {
        const format = formatOfRow(each, columnsOf(each));
        const there = convert(asLines([each]), to);
        if (there.unchanged > 0 || there.lines.length !== 1 || Object.keys(there.losses).length > 0) return;
        const isTextPair = format === 'prompt-completion' && typeof each['prompt'] === 'string';
        const back = isTextPair ? 'prompt-completion-text' : v.parse(conversionTarget, format);
        const again = convert(`${there.lines[0] ?? ''}\n`, back);
        expect(again.lines.map((line) => saying(JSON.parse(line)))).toEqual([saying(each)]);
        seen.add(`${format} to ${to}`);
      }),
      { numRuns: 3000 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'messages to sharegpt',
        'sharegpt to messages',
        'alpaca to messages',
        'messages to alpaca',
        'text to messages',
        'prompt-completion to messages',
      ]),
    );
  });

  test('whatever the row and the format, it is converted, left as it is, or dropped with a reason', () => {
    const column = fc.constantFrom(
      'messages',
      'conversations',
      'prompt',
      'completion',
      'text',
      'instruction',
      'output',
      'chosen',
      'rejected',
      'label',
      'tools',
      'system',
      'history',
    );
    const turn = fc.record(
      {
        role: fc.constantFrom('user', 'assistant', 'tool', 'system'),
        content: fc.jsonValue(),
        from: text,
        value: text,
        tool_calls: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const value = fc.oneof(
      text,
      fc.boolean(),
      fc.array(fc.oneof({ weight: 9, arbitrary: turn }, fc.jsonValue())),
      fc.jsonValue(),
    );
    const target = fc.constantFrom(...conversionTarget.options);
    fc.assert(
      fc.property(fc.dictionary(column, value), target, (each, to) => {
        const { lines, dropped } = convert(asLines([each]), to);
        expect(lines.length === 0).toBe(dropped.length === 1);
        const again = convert(lines.map((line) => `${line}\n`).join(''), to);
        expect([again.unchanged, again.dropped]).toEqual([lines.length, []]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('--map', () => {
  test('makes turns of columns in the order given, system ones where they say something', () => {
    const content = asLines([
      { q: 'a', a: 'b', s: '', n: 1 },
      { q: 'c', a: 5, s: 'd', n: 2 },
      { q: '', a: 'e', s: '' },
    ]);
    const { lines, dropped } = convert(content, 'messages', ['s=system', 'q=user', 'a=assistant']);
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { messages: [user('a'), assistant('b')], n: 1 },
      { messages: [{ role: 'system', content: 'd' }, user('c'), assistant('5')], n: 2 },
    ]);
    expect(dropped).toEqual([[3, 'mapped-column']]);
  });

  test('names columns of a format', () => {
    expect(
      convert('{"x=y":"a","z":"b"}\n', 'prompt-completion', ['x=y=prompt', 'z=completion']).lines,
    ).toEqual(['{"prompt":"a","completion":"b"}']);
  });

  test('keeps instruction and input of alpaca apart', () => {
    const content = asLines([{ question: 'q', ctx: 's', answer: 'a' }]);
    const map = ['question=instruction', 'ctx=input', 'answer=output'];
    expect(convert(content, 'alpaca', map)).toMatchObject({
      lines: ['{"instruction":"q","input":"s","output":"a"}'],
      losses: {},
    });
  });

  test.each(['1.5', '2', '1.0', '2.50', '1e6', '123456789012345678901', '-0.0'])(
    'takes the number %s for its text, as it is written',
    (number) => {
      const content = `{"q":"a","a":${number}}\n`;
      const messages = [user('a'), assistant(number)];
      expect(convert(content, 'messages', ['q=user', 'a=assistant']).lines).toEqual([
        JSON.stringify({ messages }),
      ]);
      expect(convert(content, 'text', ['a=text']).lines).toEqual([JSON.stringify({ text: number, q: 'a' })]);
    },
  );

  test('takes NaN for nothing', () => {
    expect(convert('{"q":"a","a":NaN}\n', 'messages', ['q=user', 'a=assistant']).dropped).toEqual([
      [1, 'mapped-column'],
    ]);
  });

  test('says that a column has made room for one of its name', () => {
    const map = ['q=user', 'a=assistant'];
    expect(convert(asLines([{ q: 'a', a: 'b', messages: 'old' }]), 'messages', map).losses).toEqual({
      'other-columns': 1,
    });
    expect(convert(asLines([{ q: 'a', text: 'old' }]), 'text', ['q=text']).losses).toEqual({
      'other-columns': 1,
    });
    expect(convert(asLines([{ q: 'a', a: 'b', messages: [] }]), 'messages', map).losses).toEqual({});
  });

  test('finds columns whose names are numbers', () => {
    expect(convert('{"1":"a","0":"b"}\n', 'messages', ['1=user', '0=assistant']).lines).toEqual([
      JSON.stringify({ messages: [user('a'), assistant('b')] }),
    ]);
  });

  test('takes the usual ways to write a label, as a table has them', () => {
    const labels = ['true', 'False', ' 1 ', 0, true, 'maybe'];
    const content = asLines(labels.map((good) => ({ q: 'a', a: 'b', good })));
    const { lines, dropped } = convert(content, 'kto', ['q=prompt', 'a=completion', 'good=label']);
    expect(lines.map((line) => (JSON.parse(line) as JsonObject)['label'])).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(dropped).toEqual([[6, 'no-label']]);
  });

  test('takes no column for one that every object has', () => {
    expect(convert('{"text":"a"}\n', 'messages', ['constructor=user']).dropped).toEqual([
      [1, 'mapped-column'],
    ]);
    expect(convert('{"text":"a"}\n', 'text', ['toString=prompt']).dropped).toEqual([[1, 'mapped-column']]);
  });

  test('is refused where it names no role, or a column twice', () => {
    expect([readMapping('q'), readMapping('=user'), readMapping('q=who')]).toEqual([null, null, null]);
    expect(
      columnMapping([
        { column: 'q', to: 'user' },
        { column: 'q', to: 'text' },
      ]),
    ).toBeNull();
    expect(
      columnMapping([
        { column: 'q', to: 'text' },
        { column: 'r', to: 'text' },
      ]),
    ).toBeNull();
    expect(
      columnMapping([
        { column: 'q', to: 'user' },
        { column: 'r', to: 'messages' },
      ]),
    ).toBeNull();
  });
});
