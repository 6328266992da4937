import { worstFirst } from '../../core/compare/comparison-figures.ts';
import type { ComparedPrompt } from '../../core/compare/comparison.ts';

/** The prompts of a comparison in the order of the screen. */
interface ArrangedPrompts {
  /** Held-out rows, the one that training made worst first. */
  readonly rows: readonly ComparedPrompt[];
  /** The user's own prompts, the newest first. */
  readonly own: readonly ComparedPrompt[];
}

export function arrangePrompts(prompts: readonly ComparedPrompt[]): ArrangedPrompts {
  return {
    rows: worstFirst(prompts.filter(({ source }) => source === 'held-out')),
    own: prompts.filter(({ source }) => source === 'own').toReversed(),
  };
}

/** What is asked, in one line: the last turn before the answer. */
export function promptLine({ messages }: Pick<ComparedPrompt, 'messages'>): string {
  return (messages.at(-1)?.content ?? '').trim().replace(/\s+/g, ' ');
}
