import { describe, expect, test } from 'vitest';
import { lintBytes } from '../../../src/core/dataset/linter.ts';

const LEAST_ROWS = 10;

/** The rows in which another system prompt is seen, of ten rows that the last of them differs from. */
function named(usual: (n: number) => object, last: object): number[] {
  const rows = Array.from({ length: LEAST_ROWS }, (_, n) => (n === LEAST_ROWS - 1 ? last : usual(n)));
  const bytes = new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'));
  return lintBytes(bytes, { path: '', only: ['mixed-system-prompt'] }).findings.map(({ row }) => row);
}

const turns = (n: number) => [
  { role: 'user', content: `What is ${n} + 1?` },
  { role: 'assistant', content: `${n + 1}` },
];
const chat = (system: unknown, n = 0) => ({
  messages: [{ role: 'system', content: system }, ...turns(n)],
});
const usualChat = (n: number) => chat('Be brief.', n);
const alpaca = (system: object, n = 0) => ({
  ...system,
  instruction: `Add 1 to ${n}.`,
  input: '',
  output: `${n + 1}`,
});
const usualAlpaca = (n: number) => alpaca({ system: 'Be brief.' }, n);
const shareGpt = (system: object, n = 0) => ({
  ...system,
  conversations: [
    { from: 'human', value: `What is ${n} + 1?` },
    { from: 'gpt', value: `${n + 1}` },
  ],
});

describe('another system prompt than that of most rows', () => {
  test.each([
    ['a turn', named(usualChat, chat('Be long.'))],
    ['no turn', named(usualChat, { messages: turns(0) })],
    ['a blank turn', named(usualChat, chat(' '))],
    ['parts', named(usualChat, chat([{ type: 'text', text: 'Be long.' }]))],
    ['the column beside an instruction', named(usualAlpaca, alpaca({ system: 'Be long.' }))],
    ['no column beside an instruction', named(usualAlpaca, alpaca({}))],
    ['null in it', named(usualAlpaca, alpaca({ system: null }))],
    [
      'the column beside ShareGPT',
      named((n) => shareGpt({ system: 'Be brief.' }, n), shareGpt({ system: 'Be long.' })),
    ],
  ])('is seen in %s', (_, rows) => {
    expect(rows).toEqual([LEAST_ROWS]);
  });

  test.each([
    ['in parts', named(usualChat, chat([{ type: 'text', text: 'Be brief.' }]))],
    ['with white space around it', named(usualChat, chat('Be brief. \n'))],
    [
      'as developer',
      named(usualChat, { messages: [{ role: 'developer', content: 'Be brief.' }, ...turns(0)] }),
    ],
    ['in the column', named((n) => shareGpt({ system: 'Be brief.' }, n), shareGpt({ system: ' Be brief.' }))],
  ])('is none where the same is written %s', (_, rows) => {
    expect(rows).toEqual([]);
  });

  test('is none where no row has a system prompt', () => {
    expect(named((n) => alpaca({}, n), alpaca({ system: '' }))).toEqual([]);
  });
});
