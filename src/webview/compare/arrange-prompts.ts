import type { ComparedPrompt } from '../../core/compare/comparison.ts';

/** The prompts of a comparison in the order of the screen. */
interface ArrangedPrompts {
  /** Held-out rows, the one that training made worst first; rows that are not measured yet come last, in the order of asking. */
  readonly rows: readonly ComparedPrompt[];
  /** The user's own prompts, the newest first. */
  readonly own: readonly ComparedPrompt[];
}

export function arrangePrompts(prompts: readonly ComparedPrompt[]): ArrangedPrompts {
  const heldOut = prompts.filter(({ source }) => source === 'held-out');
  const own = prompts.filter(({ source }) => source === 'own');
  return {
    rows: heldOut.toSorted((a, b) => badness(b) - badness(a) || a.index - b.index),
    own: own.toReversed(),
  };
}

/** How much worse training made a row. A loss that became no number is worse than any number. */
function badness({ loss }: ComparedPrompt): number {
  if (loss === null) return -Number.MAX_VALUE;
  const change = loss.after - loss.before;
  return Number.isNaN(change) ? Number.MAX_VALUE : Math.max(-1e300, Math.min(1e300, change));
}

/** What is asked, in one line: the last turn before the answer. */
export function promptLine({ messages }: Pick<ComparedPrompt, 'messages'>): string {
  return (messages.at(-1)?.content ?? '').trim().replace(/\s+/g, ' ');
}
