import type { ComparedPrompt, Comparison, ReferenceLoss } from './comparison.ts';

/** How much training raised the loss of a reference answer, in nats: below 0 is better. Null where it is not known or no number. */
export function changeOf(loss: Pick<ReferenceLoss, 'before' | 'after'> | null): number | null {
  const change = loss === null ? NaN : loss.after - loss.before;
  return Number.isFinite(change) ? change : null;
}

/**
 * Prompts with the one first whose loss training raised most: a loss that is no number any more is the worst of all. Those that
 * were not measured come last, in the order of asking.
 */
export function worstFirst(prompts: readonly ComparedPrompt[]): ComparedPrompt[] {
  return prompts.toSorted((a, b) => {
    const [one, other] = [badnessOf(a.loss), badnessOf(b.loss)];
    return one === other ? a.index - b.index : other - one;
  });
}

function badnessOf(loss: ReferenceLoss | null): number {
  if (loss === null) return -Infinity;
  return Number.isFinite(loss.after) ? (changeOf(loss) ?? -Infinity) : Infinity;
}

/** On how many of the rows that were measured training lowered the loss. */
export function betterRows(prompts: readonly ComparedPrompt[]): {
  readonly better: number;
  readonly of: number;
} {
  const losses = prompts.map(({ loss }) => loss).filter((loss) => loss !== null);
  return { better: losses.filter((loss) => (changeOf(loss) ?? 0) < 0).length, of: losses.length };
}

/** How many answers ended by themselves, of the prompts that both models answered. */
export function endedAnswers(prompts: readonly ComparedPrompt[]): {
  readonly before: number;
  readonly after: number;
  readonly of: number;
} {
  const answered = prompts.filter(({ before, after }) => before !== null && after !== null);
  return {
    before: answered.filter(({ before }) => before?.ended === true).length,
    after: answered.filter(({ after }) => after?.ended === true).length,
    of: answered.length,
  };
}

/** How many prompts both models answered with the same text, of those that both answered. */
export function equalAnswers(prompts: Comparison['prompts']): {
  readonly equal: number;
  readonly of: number;
} {
  const answered = prompts.filter(({ before, after }) => before !== null && after !== null);
  return {
    equal: answered.filter(({ before, after }) => before?.text === after?.text).length,
    of: answered.length,
  };
}
