import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SplitRows, type Split, type SplitOptions } from '../../../../src/core/dataset/prepare/split-rows.ts';
import { asLines, sourceRows } from '../../../kit/dataset/source-rows.ts';

function split(content: string, options: Partial<SplitOptions> = {}): Split {
  const rows = new SplitRows({ eval: 0.3, seed: 0, strata: null, ...options });
  for (const row of sourceRows(content)) rows.add(row);
  return rows.end();
}

function numbered(count: number): string {
  return asLines(Array.from({ length: count }, (_, n) => ({ text: `text ${n}` })));
}

const words = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho tau'.split(' ');
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 15, maxLength: 30 })
  .map((list) => list.join(' '));

/** Sixty words of seven letters that have little in common with those of another seed. */
function wordsOf(seed: number): string[] {
  let state = seed;
  const letter = (): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 24) % 26));
  };
  return Array.from({ length: 60 }, () => Array.from({ length: 7 }, letter).join(''));
}

/** A row and what it must not be parted from: the same label, the same group. */
interface Labelled {
  readonly label: number;
  readonly row: unknown;
}

/** Rows of one seed: copies, copies in other words of punctuation and case, and other answers to its prompt. */
function kin(label: number, question: string, answer: string, kinds: readonly number[]): Labelled[] {
  const user = { role: 'user', content: question };
  return kinds.map((kind, n) => {
    if (kind === 0) return { label, row: { messages: [user, { role: 'assistant', content: answer }] } };
    if (kind === 1) {
      const other = { role: 'user', content: `${question.toUpperCase()} ...` };
      return { label, row: { messages: [other, { content: `${answer}!`, role: 'assistant' }] } };
    }
    return { label, row: { messages: [user, { role: 'assistant', content: `no ${n}` }] } };
  });
}

describe('a split', () => {
  test('parts no copies, no near copies and no answers to one prompt', () => {
    const families = fc.array(
      fc.tuple(sentence, sentence, fc.array(fc.nat(2), { minLength: 1, maxLength: 5 })),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        families,
        fc.nat(),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (made, seed, share) => {
          const rows = made
            .flatMap(([question, answer, kinds], n) => kin(n, `${n} ${question}`, answer, [0, ...kinds]))
            // so that kin do not stand side by side
            .toSorted((a, b) => JSON.stringify(a.row).length - JSON.stringify(b.row).length);
          const { side, eval: held } = split(asLines(rows.map(({ row }) => row)), { seed, eval: share });
          const sides = Map.groupBy(rows, ({ label }) => label);
          for (const [label, family] of sides)
            expect([label, new Set(family.map((each) => side[rows.indexOf(each) + 1])).size]).toEqual([
              label,
              1,
            ]);
          expect(held).toBeGreaterThan(0);
          expect(held).toBeLessThan(rows.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('keeps one question together whatever tools may be called for it', () => {
    const asked = (name: string) => ({
      messages: [
        { role: 'user', content: 'Book me a flight.' },
        { role: 'assistant', content: `${name} cannot do that.` },
      ],
      tools: [{ type: 'function', function: { name } }],
    });
    const others = Array.from({ length: 8 }, (_, n) => ({ prompt: `${n}?`, completion: String(n) }));
    for (let seed = 0; seed < 20; seed++) {
      const { side } = split(asLines([asked('password'), ...others, asked('weather')]), { seed });
      expect([seed, side[1]]).toEqual([seed, side[10]]);
    }
  });

  test('parts no two rows that share nine in ten of their stretches, however they are chained', () => {
    const text = fc.nat().map(wordsOf);
    const chains = fc.array(fc.tuple(text, fc.array(fc.nat(59), { maxLength: 6 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(chains, fc.nat(), (made, seed) => {
        const rows = made.flatMap(([first, changes], label) =>
          [null, ...changes].map((_, n) => ({
            label,
            text: first
              .map((word, at) => (changes.slice(0, n).includes(at) && n <= 2 ? 'omega' : word))
              .join(' '),
          })),
        );
        fc.pre(new Set(made.map(([first]) => first.join(' '))).size === made.length);
        const { side } = split(asLines(rows.map((row) => ({ text: row.text }))), { seed, eval: 0.5 });
        for (const [label] of made.entries()) {
          const sides = new Set(rows.flatMap((row, n) => (row.label === label ? [side[n + 1]] : [])));
          expect([label, sides.size]).toEqual([label, 1]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('holds out the very share where rows stand alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), (count, seed) => {
        const { eval: held, asked } = split(numbered(count), { eval: 0.2, seed });
        expect([held, asked]).toEqual([Math.max(1, Math.round(count * 0.2)), held]);
      }),
    );
  });

  test('is the same for the same seed, and another for another', () => {
    const content = numbered(100);
    const held = (seed: number) =>
      [...split(content, { seed }).side].flatMap((side, row) => (side === 1 ? [row] : []));
    expect(held(0)).toEqual(held(0));
    expect(held(1)).not.toEqual(held(0));
    // the promise that a seed means the same on every machine and in every version
    expect(held(7).slice(0, 8)).toMatchInlineSnapshot(`
      [
        1,
        2,
        4,
        7,
        12,
        15,
        19,
        21,
      ]
    `);
  });

  test('holds out every row equally often', () => {
    const times = Array.from({ length: 21 }, () => 0);
    const content = numbered(20);
    for (let seed = 0; seed < 400; seed++)
      for (const [row, side] of split(content, { seed, eval: 0.5 }).side.entries())
        times[row] = (times[row] ?? 0) + side;
    expect(Math.min(...times.slice(1))).toBeGreaterThan(140);
    expect(Math.max(...times)).toBeLessThan(260);
  });

  test('keeps the proportions of a column, of rows without it too', () => {
    const rows = Array.from({ length: 100 }, (_, n) => ({
      text: `text ${n}`,
      ...(n < 60 ? { source: 'a' } : n < 90 ? { source: 'b' } : {}),
    }));
    expect(split(asLines(rows), { eval: 0.1, strata: 'source' }).strata).toEqual([
      { value: '"a"', rows: 60, eval: 6 },
      { value: '"b"', rows: 30, eval: 3 },
      { value: null, rows: 10, eval: 1 },
    ]);
  });

  test('keeps together preference rows of one prompt, with the prompt in a column or in the turns', () => {
    const turns = (answer: string) => [
      { role: 'user', content: 'Say hi.' },
      { role: 'assistant', content: answer },
    ];
    const rows = [
      { prompt: 'q', chosen: 'a', rejected: 'b' },
      { prompt: 'q', chosen: 'c', rejected: 'd' },
      { chosen: turns('a'), rejected: turns('b') },
      { chosen: turns('c'), rejected: turns('d') },
    ];
    expect(split(asLines(rows)).groups).toBe(2);
  });

  test('does not take rows for one whose prompt is empty or a system turn alone', () => {
    const answer = (content: string) => ({ role: 'assistant', content });
    const rows = [
      { prompt: '', completion: 'a' },
      { prompt: ' ', completion: 'b' },
      { messages: [{ role: 'system', content: 's' }, answer('a')] },
      { messages: [{ role: 'system', content: 's' }, answer('b')] },
    ];
    expect(split(asLines(rows)).groups).toBe(4);
  });

  test('leaves rows alone that are no JSON, and names them', () => {
    expect(split('{"a"\n{"text":"a"}\n{"text":"b"}\n', { eval: 0.4 })).toMatchObject({
      groups: 3,
      unread: [1],
    });
  });

  test('is refused where all rows hang together', () => {
    expect(() => split('{"text":"a"}\n{"text":"a"}\n')).toThrow('prepare.split.one-group');
    expect(() => split('{"text":"a"}\n')).toThrow('prepare.split.one-row');
  });

  test('says how far it is off where groups are large', () => {
    const rows = [
      ...Array.from({ length: 9 }, () => ({ text: 'a' })),
      ...Array.from({ length: 8 }, () => ({ text: 'b' })),
    ];
    expect(split(asLines(rows), { eval: 0.1 })).toMatchObject({ asked: 2, eval: 8, largestGroup: 9 });
  });

  const chat = (first: string, second: string, answer: string, system: string | null = null) => ({
    messages: [
      ...(system === null ? [] : [{ role: 'system', content: system }]),
      { role: 'user', content: first },
      { role: 'assistant', content: 'Hello! What is it about?' },
      { role: 'user', content: second },
      { role: 'assistant', content: answer },
    ],
  });
  const times = <T>(count: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n));

  test('keeps one question together under other system prompts, and written otherwise', () => {
    const asked = (content: string, n: number) => ({
      messages: [
        { role: 'system', content: `You are helper ${n}.` },
        { role: 'user', content },
        { role: 'assistant', content: `Answer ${n}.` },
      ],
    });
    const rows = times(20, (n) => [
      asked(`What is the boiling point of substance ${n} at the level of the sea?`, 2 * n),
      asked(`what is the boiling point of  substance ${n} at the level of the sea ?`, 2 * n + 1),
    ]).flat();
    expect(split(asLines(rows))).toMatchObject({ groups: 20, largestGroup: 2, toldFurther: 0 });
  });

  test('tells conversations apart that begin with one greeting, by what is asked after it', () => {
    const rows = times(400, (n) => chat(n % 2 === 0 ? 'Hi' : 'hi!', `Question ${n % 100}?`, String(n)));
    expect(split(asLines(rows), { eval: 0.2 })).toMatchObject({
      groups: 100,
      largestGroup: 4,
      asked: 80,
      eval: 80,
      toldFurther: 400,
    });
  });

  test('tells them apart by a third question where the second is one of many too, and not by their answers', () => {
    const long = (n: number) => {
      const { messages } = chat('안녕하세요', '질문이 있어요.', '네');
      return {
        messages: [
          ...messages,
          { role: 'user', content: `${n % 30}?` },
          { role: 'assistant', content: `${n}` },
        ],
      };
    };
    expect(split(asLines(times(90, long)))).toMatchObject({ groups: 30, largestGroup: 3 });
    expect(() => split(asLines(times(90, (n) => chat('Hi', 'Go on.', String(n)))))).toThrow(
      'prepare.split.one-group',
    );
  });

  test('tells them apart by their system prompts where nothing else is asked', () => {
    const rows = times(60, (n) => ({
      messages: [
        { role: 'system', content: `Text ${n % 20}` },
        { role: 'user', content: 'Summarize.' },
        { role: 'assistant', content: `Answer ${n}` },
      ],
    }));
    expect(split(asLines(rows))).toMatchObject({ groups: 20, largestGroup: 3, toldFurther: 60 });
  });

  test('keeps a question together that says something, however many rows begin with it, and a greeting of few', () => {
    const question = 'Please act as a terminal of Linux and answer with its output alone.';
    const rows = (first: string, count: number) => [
      ...times(count, (n) => chat(first, `Command ${n}`, String(n))),
      ...times(40, (n) => chat(`Begin ${n}.`, `Question ${n}?`, String(n))),
    ];
    expect(split(asLines(rows(question, 60)))).toMatchObject({ largestGroup: 60, toldFurther: 0 });
    expect(split(asLines(rows('Hi', 10)))).toMatchObject({ groups: 41, largestGroup: 10, toldFurther: 0 });
    expect(split(asLines(rows('Hi', 11)))).toMatchObject({ groups: 51, toldFurther: 11 });
  });

  test('is refused for a column that no row has, and for one with a value a row', () => {
    expect(() => split(numbered(3), { strata: 'source' })).toThrow('prepare.split.no-such-column');
    expect(() => split(numbered(3), { strata: 'constructor' })).toThrow('prepare.split.no-such-column');
    expect(() => split(numbered(1001), { strata: 'text' })).toThrow('prepare.split.many-strata');
  });
});
