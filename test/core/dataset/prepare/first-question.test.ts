import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetFormat } from '../../../../src/core/dataset/finding.ts';
import { firstQuestion } from '../../../../src/core/dataset/prepare/first-question.ts';
import { RowParser } from '../../../../src/core/dataset/prepare/row-parser.ts';
import { SplitRows } from '../../../../src/core/dataset/prepare/split-rows.ts';
import type { Row } from '../../../../src/core/dataset/row.ts';
import { asLines, sourceRows } from '../../../kit/dataset/source-rows.ts';

function rowOf(value: unknown): Row {
  const [source] = sourceRows(asLines([value]));
  const row = source === undefined ? null : new RowParser(null).parse(source);
  if (row === null) throw new Error('no row');
  return row;
}

interface Exchange {
  readonly system: string | null;
  readonly question: string;
  /** The first answer, and what comes after it. */
  readonly answers: readonly [string, string];
}

type Write = (exchange: Exchange) => object;

function turn(role: string, content: unknown): object {
  return { role, content };
}

/** The turns before the first answer. */
function asked({ system, question }: Exchange): object[] {
  return [...(system === null ? [] : [turn('system', system)]), turn('user', question)];
}

function whole(exchange: Exchange): object[] {
  const [first, second] = exchange.answers;
  return [...asked(exchange), turn('assistant', first), turn('user', second), turn('assistant', first)];
}

function fromValue(turns: readonly object[]): object[] {
  const names: Record<string, string> = { user: 'human', assistant: 'gpt' };
  return turns.map((each) => {
    const { role, content } = each as { role: string; content: string };
    return { from: names[role] ?? role, value: content };
  });
}

function calling(exchange: Exchange): object[] {
  const call = { type: 'function', function: { name: 'f', arguments: { x: exchange.answers[0] } } };
  const turns = [{ role: 'assistant', content: null, tool_calls: [call] }, turn('tool', exchange.answers[1])];
  return [...asked(exchange), ...turns, turn('assistant', exchange.answers[0])];
}

/** Every way in which rows of a format are written. */
const WAYS: Readonly<Record<Exclude<DatasetFormat, 'unknown'>, readonly Write[]>> = {
  messages: [
    (each) => ({ messages: whole(each) }),
    (each) => ({ messages: asked(each) }),
    (each) => ({ messages: whole(each), prompt: null, completion: null, id: each.answers[1] }),
    (each) => ({ messages: whole(each), prompt: `Row of ${each.answers[1]}` }),
    (each) => ({
      messages: [
        ...(each.system === null ? [] : [turn('developer', each.system)]),
        turn('user', [{ type: 'text', text: each.question }]),
        turn('assistant', each.answers[0]),
      ],
    }),
    (each) => ({ messages: whole(each).map((one) => ({ weight: 1, ...one, name: each.answers[1] })) }),
  ],
  sharegpt: [
    (each) => ({ conversations: fromValue(whole(each)) }),
    (each) => ({ conversations: fromValue(asked(each)) }),
    (each) => ({
      conversations: [
        ...fromValue(asked(each)),
        { from: 'function_call', value: `{"x": "${each.answers[0]}"}` },
      ],
    }),
  ],
  'prompt-completion': [
    (each) => ({ prompt: asked(each), completion: [turn('assistant', each.answers[0])] }),
    (each) => ({
      prompt: [...asked(each), turn('assistant', each.answers[1]), turn('user', each.answers[0])],
      completion: [turn('assistant', each.answers[0])],
    }),
    ...withoutSystem(({ question, answers }) => ({ prompt: question, completion: answers[0] })),
  ],
  text: withoutSystem(({ question }) => ({ text: question })),
  alpaca: [
    ({ system, question, answers }) => ({
      instruction: question,
      output: answers[0],
      ...(system === null ? {} : { system }),
    }),
    ({ system, question, answers }) => ({ instruction: question, input: '', system, output: answers[0] }),
    ({ system, question, answers }) => ({ instruction: question, input: null, system, response: answers[0] }),
  ],
  preference: [
    (each) => ({
      prompt: asked(each),
      chosen: [turn('assistant', each.answers[0])],
      rejected: [turn('assistant', 'x')],
    }),
    (each) => ({
      prompt: null,
      chosen: whole(each),
      rejected: [...asked(each), turn('assistant', each.answers[1])],
    }),
    (each) => ({ chosen: whole(each), rejected: whole(each) }),
    (each) => ({
      messages: asked(each),
      chosen: turn('assistant', each.answers[0]),
      rejected: turn('assistant', 'x'),
    }),
    (each) => ({
      conversations: fromValue(asked(each)),
      chosen: { from: 'gpt', value: each.answers[0] },
      rejected: { from: 'gpt', value: each.answers[1] },
    }),
    (each) => ({
      conversations: fromValue([...whole(each), turn('user', each.answers[1])]),
      chosen: { from: 'gpt', value: each.answers[0] },
      rejected: { from: 'gpt', value: each.answers[1] },
    }),
    ({ system, question, answers }) => ({ system, question, chosen: answers[0], rejected: answers[1] }),
    ...withoutSystem(({ question, answers }) => ({
      prompt: question,
      chosen: answers[0],
      rejected: answers[1],
    })),
    ...withoutSystem(({ question, answers }) => ({
      chosen: `\n\nHuman: ${question}\n\nAssistant: ${answers[0]}`,
      rejected: `\n\nHuman: ${question}\n\nAssistant: ${answers[1]}\n\nHuman: no\n\nAssistant: yes`,
    })),
  ],
  kto: [
    (each) => ({ messages: whole(each), label: true }),
    (each) => ({ messages: whole(each), prompt: null, label: false }),
    (each) => ({ conversations: fromValue(whole(each)), label: true }),
    (each) => ({ prompt: asked(each), completion: [turn('assistant', each.answers[0])], label: true }),
    ...withoutSystem(({ question, answers }) => ({ prompt: question, completion: answers[0], label: false })),
  ],
  'tool-calling': [
    (each) => ({ messages: calling(each), tools: [{ type: 'function', function: { name: 'f' } }] }),
    (each) => ({
      messages: calling(each),
      tools: [{ type: 'function', function: { name: each.answers[1] } }],
    }),
    (each) => ({ prompt: asked(each), completion: calling(each).slice(-1), tools: [] }),
  ],
};

/** A way that has no place for a system turn: what is asked goes without it. */
function withoutSystem(write: Write): Write[] {
  return [
    (exchange) => ({
      ...write({ ...exchange, system: null }),
      ...(exchange.system === null ? {} : { bare: true }),
    }),
  ];
}

/** The same text, written otherwise. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFD'),
  (text) => `  ${text}\n`,
  (text) => text.replaceAll(' ', '\u00a0 \t'),
];

const ways = Object.entries(WAYS).flatMap(([format, each]) => each.map((write) => ({ format, write })));

interface Made {
  /** Equal where the same is asked. */
  readonly label: string;
  readonly row: object;
}

const made: fc.Arbitrary<Made> = fc
  .record({
    way: fc.constantFrom(...ways),
    disguise: fc.constantFrom(...disguises),
    question: fc.constantFrom(
      '서울의 인구는 얼마입니까?',
      'Hi',
      'Is é right?',
      'What is it?',
      '왜 그래요?',
      '몇 시?',
    ),
    system: fc.constantFrom(null, null, 'Be brief.', '짧게 답하세요.'),
    answers: fc.tuple(fc.nat(), fc.nat()),
  })
  .map(({ way, disguise, question, system, answers: [first, second] }) => {
    const written = way.write({
      question: disguise(question),
      system: system === null ? null : disguise(system),
      answers: [`a${first}`, `b${second}`],
    });
    const { bare, ...row } = written as { bare?: true };
    return { label: `${bare === true ? null : system} ${question}`, row };
  });

describe('the first question of a row', () => {
  test.each(ways.map(({ format, write }, n) => [format, n, write] as const))(
    'is found in %s rows (way %i)',
    (format, _, write) => {
      const row = rowOf(write({ system: null, question: 'What is it?', answers: ['a', 'b'] }));
      expect([row.format, firstQuestion(row)]).toEqual([
        format,
        firstQuestion(rowOf({ prompt: 'What is it?', completion: 'x' })),
      ]);
    },
  );

  test('is the same in rows of all formats that ask the same, and another in all others: a split parts none', () => {
    const files = fc.array(made, { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(files, fc.nat(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (rows, seed, share) => {
        const labels = new Set(rows.map(({ label }) => label));
        fc.pre(labels.size > 1);
        const split = new SplitRows({ eval: share, seed, strata: null });
        for (const row of sourceRows(asLines(rows.map((each) => each.row)))) split.add(row);
        const { side, groups } = split.end();
        const sides = new Set(rows.map(({ label }, n) => `${label}: ${side[n + 1]}`));
        expect([groups, sides.size]).toEqual([labels.size, labels.size]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      'a system turn before it',
      { messages: [turn('system', 's'), turn('user', 'q'), turn('assistant', 'a')] },
    ],
    [
      'another turn before the answer',
      { messages: [turn('user', 'q'), turn('user', 'r'), turn('assistant', 'a')] },
    ],
    [
      'a greeting of the assistant before it',
      { messages: [turn('assistant', 'g'), turn('user', 'q'), turn('assistant', 'a')] },
    ],
    ['an input beside it', { instruction: 'q', input: 'r', output: 'a' }],
    [
      'an image in it',
      {
        messages: [
          turn('user', [
            { type: 'text', text: 'q' },
            { type: 'image', image: 'x.png' },
          ]),
        ],
      },
    ],
    ['an image beside it', { messages: [turn('user', 'q'), turn('assistant', 'a')], images: ['x.png'] }],
  ])('is another with %s', (_, value) => {
    const question = firstQuestion(rowOf(value));
    expect(question).not.toBeNull();
    expect(question).not.toEqual(firstQuestion(rowOf({ prompt: 'q', completion: 'a' })));
  });

  test.each([
    ['of rows of no format', { question: 'q', answer: 'a' }],
    ['of system turns alone', { messages: [turn('system', 's'), turn('assistant', 'a')] }],
    ['of an empty prompt', { prompt: ' \n', completion: 'a' }],
    ['of two answers without a prompt', { chosen: 'The sun.', rejected: 'The moon.' }],
  ])('is none %s', (_, value) => {
    expect(firstQuestion(rowOf(value))).toBeNull();
  });

  test('leaves a greeting of the assistant to be followed by what is asked', () => {
    const greeted = (question: string) =>
      firstQuestion(
        rowOf({ messages: [turn('assistant', 'Hello!'), turn('user', question), turn('assistant', 'a')] }),
      );
    expect(greeted('q')).not.toEqual(greeted('r'));
  });
});
