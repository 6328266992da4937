import { describe, expect, test } from 'vitest';
import type { PreviewRendering } from '../../../src/core/template/preview-rendering.ts';
import {
  originSentence,
  previewNotes,
  previewVerdict,
  refusalSentence,
  unlikeTraining,
} from '../../../src/core/template/preview-sentences.ts';
import { trainingSwitches } from '../../../src/core/template/preview-switches.ts';

type Rendered = Extract<PreviewRendering, { kind: 'rendered' }>;

function rendered(more: Partial<Rendered>): Rendered {
  return {
    kind: 'rendered',
    text: 'ab',
    pieces: [
      { length: 1, template: [0, 1], data: null },
      { length: 1, template: [2, 3], data: { path: ['messages', 2, 'content parts', 'a'], offset: 0 } },
    ],
    stretches: [],
    special: [],
    answers: 0,
    trained: [],
    training: 'answers',
    tokens: null,
    dated: null,
    variables: [],
    ...more,
  };
}

test('the verdict says how long the text is and what of it is trained', () => {
  expect(previewVerdict(rendered({ tokens: 1234, answers: 2 }), 'en')).toBe(
    '1,234 tokens · 2 answers trained',
  );
  expect(previewVerdict(rendered({ training: 'everything' }), 'en')).toBe('everything trained');
  expect(previewVerdict(rendered({ training: 'completion' }), 'ko')).toBe('완성(completion)만 학습');
  expect(previewVerdict(rendered({ training: 'nothing', tokens: 1 }), 'en')).toBe(
    '1 token · the template has no answer marks',
  );
});

test('switches that stand otherwise than in training are named', () => {
  expect(unlikeTraining(trainingSwitches, 'en')).toBeNull();
  expect(unlikeTraining({ ...trainingSwitches, addGenerationPrompt: true }, 'en')).toBe(
    'not as in training: add_generation_prompt',
  );
});

describe('notes', () => {
  test('lead to the character that changes every day, with the line that prints it', () => {
    expect(previewNotes(rendered({ dated: 1 }), 'a\nb', 'en')).toEqual([
      {
        tone: 'warning',
        sentence: 'The text changes every day: template line 2 prints the date.',
        at: 1,
      },
    ]);
    const [untraced] = previewNotes(rendered({ dated: 1, pieces: [] }), 'a\nb', 'en');
    expect(untraced?.sentence).toBe('The text changes every day, because the template prints the date.');
  });

  test('say that nothing is trained, or everything', () => {
    expect(previewNotes(rendered({ training: 'nothing' }), '', 'en')).toMatchObject([{ tone: 'warning' }]);
    expect(previewNotes(rendered({ training: 'everything' }), '', 'en')).toMatchObject([{ tone: 'info' }]);
    expect(previewNotes(rendered({}), '', 'en')).toEqual([]);
  });
});

test('where a character came from is said with the path and the line', () => {
  const { pieces } = rendered({});
  expect(originSentence('a\nb', pieces, 0, 'en')).toBe('template line 1');
  expect(originSentence('a\nb', pieces, 1, 'en')).toBe('messages[2]["content parts"].a · template line 2');
  expect(originSentence('a\nb', pieces, 2, 'en')).toBeNull();
});

test('a refusal is said with as much of its place as is known', () => {
  expect(refusalSentence({ message: 'no' }, 'en')).toBe('The chat template refuses this row: no.');
  expect(refusalSentence({ message: 'no', line: 2, column: 5 }, 'en')).toBe(
    'The chat template refuses this row on line 2, column 5: no.',
  );
});
