import { describe, expect, it } from 'vitest';
import { lossTarget } from '../../../src/core/recipe/loss-target.ts';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';

describe('lossTarget', () => {
  it.each([
    ['every token of messages by default', '', ['messages'], 'every-token'],
    ['answers with assistant_only_loss', 'assistant_only_loss: true', ['messages'], 'answers'],
    [
      'every token of messages with completion_only_loss, which does nothing there',
      'completion_only_loss: true',
      ['messages'],
      'every-token',
    ],
    ['completions of prompt and completion by default', '', ['prompt', 'completion'], 'completions'],
    [
      'every token of them where it is switched off',
      'completion_only_loss: false',
      ['prompt', 'completion'],
      'every-token',
    ],
    ['both masks together', 'assistant_only_loss: true', ['prompt', 'completion'], 'answers-in-completions'],
    ['nothing that can be told where the rows are not known', '', null, 'unknown'],
  ])('is %s', (_, yaml, columns, kind) => {
    const { recipe } = parseRecipe(`seed: 1\n${yaml}`);
    if (recipe === null) throw new Error('no recipe');
    expect(lossTarget(recipe.settings, columns).kind).toBe(kind);
  });
});
