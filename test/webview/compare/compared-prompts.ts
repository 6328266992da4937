import type { ComparedPrompt, ReferenceLoss } from '../../../src/core/compare/comparison.ts';

/** A measured row; `tokens` are pairs of losses before and after, whose means are the row's. */
export function heldOutRow(index: number, tokens: readonly (readonly [number, number])[]): ComparedPrompt {
  const loss: ReferenceLoss = {
    before: mean(tokens.map(([before]) => before)),
    after: mean(tokens.map(([, after]) => after)),
    tokens: tokens.map(([before, after], i) => [`t${i}`, before, after]),
  };
  return { ...unmeasuredRow(index), loss };
}

export function unmeasuredRow(index: number): ComparedPrompt {
  return {
    index,
    source: 'held-out',
    row: index + 1,
    messages: [{ role: 'user', content: `Question ${index}` }],
    reference: 'Answer.',
    before: null,
    after: null,
    loss: null,
  };
}

export function ownPrompt(index: number): ComparedPrompt {
  return { ...unmeasuredRow(index), source: 'own', row: null, reference: null };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
