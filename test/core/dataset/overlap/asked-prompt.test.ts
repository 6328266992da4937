import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetFormat } from '../../../../src/core/dataset/findings/finding.ts';
import { askedPrompt } from '../../../../src/core/dataset/overlap/asked-prompt.ts';
import { TrainRows } from '../../../../src/core/dataset/overlap/train-rows.ts';
import { RowParser } from '../../../../src/core/dataset/prepare/row-parser.ts';
import { SplitRows } from '../../../../src/core/dataset/prepare/split-rows.ts';
import type { Row } from '../../../../src/core/dataset/row/row.ts';
import { asLines, sourceRows } from '../../../kit/dataset/source-rows.ts';

function rowOf(value: unknown): Row {
  const [source] = sourceRows(asLines([value]));
  const row = source === undefined ? null : new RowParser(null).parse(source);
  if (row === null) throw new Error('no row');
  return row;
}

function firstQuestion(row: Row) {
  const prompt = askedPrompt(row);
  return prompt && [prompt.questions[0], prompt.media];
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
  (text) => text.toUpperCase(),
  (text) => text.replace('?', ' ?'),
  (text) => text.replace('?', '？'),
  (text) => text.replace('?', ''),
  (text) => text.replaceAll(' ', '\u00a0 \t'),
];

const ways = Object.entries(WAYS).flatMap(([format, each]) => each.map((write) => ({ format, write })));

interface Made {
  /** Equal where the same is asked. */
  readonly label: string;
  readonly row: object;
}

/** Questions that say something by themselves, and others. */
const long = [
  '2024년에 서울에 살고 있던 사람은 모두 몇 명이었습니까?',
  '지난여름 부산에서 가장 높은 기온은 몇 도였는지 알려 주세요.',
  'What is the tallest mountain in the country of Peru?',
  'How long is the longest river that flows through Korea?',
];
const short = ['Hi', 'Is é right?', '왜 그래요?', '몇 시?'];

const made: fc.Arbitrary<Made> = fc
  .record({
    way: fc.constantFrom(...ways),
    disguise: fc.constantFrom(...disguises),
    question: fc.constantFrom(...long, ...short),
    system: fc.constantFrom(null, null, 'Be brief.', '짧게 답하세요.'),
    answers: fc.tuple(fc.nat(), fc.nat()),
  })
  .map(({ way, disguise, question, system, answers: [first, second] }) => {
    const written = way.write({
      question: disguise(question),
      system: system === null ? null : disguise(system),
      answers: [`a${first}`, `b${second}`],
    });
    const { bare: _, ...row } = written as { bare?: true };
    return { label: question, row };
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
        // a short question of many rows is another matter
        const most = Math.max(
          ...[...Map.groupBy(rows, ({ label }) => label).values()].map((each) => each.length),
        );
        fc.pre(most < 10 || ![...labels].some((label) => short.includes(label)));
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
      'another turn before the answer',
      { messages: [turn('user', 'q'), turn('user', 'r'), turn('assistant', 'a')] },
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

describe('two prompts', () => {
  const asks = (question: string, answer = 'a') => rowOf({ prompt: question, completion: answer });
  const same = (one: string, other: string) =>
    JSON.stringify(firstQuestion(asks(one))) === JSON.stringify(firstQuestion(asks(other)));

  test.each([
    ['What is the capital?', 'what is the capital ?'],
    ['What is the capital?', 'WHAT  IS THE\nCAPITAL'],
    ['List three, please.', 'list three , please'],
    ['서울의 인구는 몇 명입니까?', '서울의 인구는 몇명입니까 ?'],
    ['서울의 인구는？', '서울의 인구는?'.normalize('NFD')],
    ['(a) or (b)?', '( a ) or ( b )?'],
    ['Really?!', 'really …'],
    ['What is 5!', 'what is 5!?'],
  ])('are one: %j and %j', (one, other) => expect(same(one, other)).toBe(true));

  test.each([
    ['Is it nowhere?', 'Is it now here?'],
    ['Add 1 2 and 3', 'Add 12 and 3'],
    ['What is 5!', 'What is 5'],
    ['What is 3²', 'What is 32'],
    ['What is 3 - 2?', 'What is 3 + 2?'],
    ['?', '!'],
  ])('are two: %j and %j', (one, other) => expect(same(one, other)).toBe(false));
});

describe('the two sides of a split', () => {
  const turns = fc
    .record({
      way: fc.constantFrom(...ways),
      disguise: fc.constantFrom(...disguises),
      question: fc.oneof(fc.constant('Hi'), fc.constantFrom(...long, ...short)),
      system: fc.constantFrom(null, 'Be brief.', 'You are a pirate.', '짧게 답하세요.'),
      answers: fc.tuple(fc.nat(2), fc.nat(2)),
    })
    .map(({ way, disguise, question, system, answers: [first, second] }) => {
      const answers = [`a${first}`, `b${second}`] as const;
      const written = way.write({ question: disguise(question), system, answers });
      const { bare: _, ...row } = written as { bare?: true };
      return row;
    });
  const pattern = fc.tuple(fc.nat(30), fc.constantFrom('sum', 'difference', 'product')).map(([n, what]) => ({
    text: `The ${what} of the two numbers ${n} and ${n + 7} that stand on the board is to be found by each pupil.`,
  }));

  test('have no row, prompt or near copy in common as lint --deep finds them', () => {
    let greeted = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: turns }, pattern), {
          minLength: 2,
          maxLength: 80,
          size: 'max',
        }),
        fc.nat(),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (made, seed, share) => {
          const split = new SplitRows({ eval: share, seed, strata: null });
          // there is always something to divide
          const sources = sourceRows(asLines([...made, { text: 'one' }, { text: 'two' }]));
          for (const source of sources) split.add(source);
          const { side, toldFurther } = split.end();
          greeted += toldFurther;
          const parser = new RowParser(null);
          const train = new TrainRows('train.jsonl');
          const rows = sources.flatMap((source) => parser.parse(source) ?? []);
          for (const row of rows) if (side[row.number] === 0) train.add(row);
          const common = rows.filter(({ number }) => side[number] === 1).map((row) => train.overlap(row));
          expect(common.filter((each) => each !== null)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    expect(greeted).toBeGreaterThan(100);
  });
});
