import { describe, expect, test } from 'vitest';
import { ownedStretches } from '../../../src/core/template/preview-stretches.ts';
import type { TracePiece } from '../../../src/core/template/trace/trace-piece.ts';

/** A piece of a rendering made by hand: its text, where it stands in the template, and the data it came from. */
type Made = readonly [text: string, template: number, path?: readonly (string | number)[]];

function stretchesOf(made: readonly Made[], roles: string[], eos?: string, prompt: number | null = null) {
  const text = made.map(([piece]) => piece).join('');
  const pieces: TracePiece[] = made.map(([piece, at, path]) => ({
    length: piece.length,
    template: [at, at + 1],
    data: path === undefined ? null : { path: [...path], offset: 0 },
  }));
  const stretches = ownedStretches(text, pieces, roles, eos, prompt);
  return stretches.map(({ start, owner }, i) => [
    owner.kind === 'message' ? `${owner.index} ${owner.role}` : owner.kind,
    text.slice(start, stretches[i + 1]?.start ?? text.length),
  ]);
}

describe('a rendered text is cut into messages', () => {
  test('before the token that opens the next one', () => {
    const made: Made[] = [
      ['<|im_start|>', 60],
      ['user', 70, ['messages', 0, 'role']],
      ['\n', 80],
      ['Hi', 90, ['messages', 0, 'content']],
      ['<|im_end|>', 95],
      ['\n', 97],
      ['<|im_start|>assistant\n', 20],
      ['Hello', 30, ['messages', 1, 'content']],
      ['<|im_end|>', 35],
      ['\n', 40],
    ];
    expect(stretchesOf(made, ['user', 'assistant'])).toEqual([
      ['0 user', '<|im_start|>user\nHi<|im_end|>\n'],
      ['1 assistant', '<|im_start|>assistant\nHello<|im_end|>\n'],
    ]);
  });

  test('where the loop goes back, if nothing opens a message', () => {
    const made: Made[] = [
      ['User: ', 10],
      ['Hi', 20, ['messages', 0, 'content']],
      ['\n', 30],
      ['User: ', 10],
      ['Again', 20, ['messages', 1, 'content']],
      ['\n', 30],
    ];
    expect(stretchesOf(made, ['user', 'user'])).toEqual([
      ['0 user', 'User: Hi\n'],
      ['1 user', 'User: Again\n'],
    ]);
  });

  test('before the last piece, if the template does neither', () => {
    const made: Made[] = [
      ['[INST] ', 10],
      ['Hi', 20, ['messages', 0, 'content']],
      [' [/INST]', 30],
      [' ', 40],
      ['Hello', 50, ['messages', 1, 'content']],
      ['</s>', 60],
    ];
    expect(stretchesOf(made, ['user', 'assistant'], '</s>')).toEqual([
      ['0 user', '[INST] Hi [/INST]'],
      ['1 assistant', ' Hello</s>'],
    ]);
  });

  test('with the words of the template before the first and behind the last one as its own', () => {
    const made: Made[] = [
      ['<|im_start|>system\nYou are helpful.<|im_end|>\n', 5],
      ['<|im_start|>', 10],
      ['user', 20, ['messages', 0, 'role']],
      ['\nHi<|im_end|>\n', 30],
      ['<|im_start|>assistant\n', 60],
    ];
    expect(stretchesOf(made, ['user'])).toEqual([
      ['template', '<|im_start|>system\nYou are helpful.<|im_end|>\n'],
      ['0 user', '<|im_start|>user\nHi<|im_end|>\n'],
      ['template', '<|im_start|>assistant\n'],
    ]);
  });

  test('with the generation prompt apart', () => {
    const made: Made[] = [
      ['Hi', 10, ['messages', 0, 'content']],
      ['</s>', 20],
      ['Answer:', 30],
    ];
    expect(stretchesOf(made, ['user'], '</s>', 6)).toEqual([
      ['0 user', 'Hi</s>'],
      ['generation-prompt', 'Answer:'],
    ]);
  });

  test('with tools as their own stretch, and a closing token never as an opening one', () => {
    const made: Made[] = [
      ['<|im_start|>system\n', 1],
      ['Be brief.', 5, ['messages', 0, 'content']],
      ['\n# Tools\n', 10],
      ['{"name"', 15, ['tools', 0]],
      ['}', 15, ['tools', 0]],
      ['<|endoftext|>', 17],
      ['<|im_end|>\n', 18],
      ['<|im_start|>user\n', 30],
      ['Hi', 35, ['messages', 1, 'content']],
    ];
    expect(stretchesOf(made, ['system', 'user'])).toEqual([
      ['0 system', '<|im_start|>system\nBe brief.\n# Tools\n'],
      ['tools', '{"name"}<|endoftext|><|im_end|>\n'],
      ['1 user', '<|im_start|>user\nHi'],
    ]);
  });

  test('not at all where nothing is known', () => {
    expect(stretchesOf([['text', 0]], [])).toEqual([['template', 'text']]);
    expect(stretchesOf([], [])).toEqual([]);
  });
});
