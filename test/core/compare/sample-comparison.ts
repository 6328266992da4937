import type { ComparedPrompt, Comparison } from '../../../src/core/compare/comparison.ts';

/** A comparison with nothing remarkable about it; `changes` replace fields. */
export function comparisonOf(changes: Partial<Comparison> = {}): Comparison {
  return {
    version: 1,
    createdAt: '2026-11-25T22:31:00Z',
    complete: true,
    run: null,
    before: { name: 'model', path: '/work/model' },
    after: { name: 'out', path: '/work/out' },
    adapter: { parameters: 1000, probabilityShift: 0.2 },
    template: { sha256: null, from: 'model' },
    generation: { seed: 0, maxNewTokens: 64, stopTokens: ['<|im_end|>'] },
    data: { path: '/work/data/test.jsonl', sha256: '00', rows: 3, alsoTrained: [], dropped: [] },
    loss: { before: 3, after: 2, rows: 3, tokens: 30, interval: [-1.5, -0.5] },
    prompts: [],
    versions: {},
    seconds: 1,
    ...changes,
  };
}

/** A held-out row with both answers; its losses are null where they are not given. */
export function promptOf(
  index: number,
  losses: readonly [number, number] | null = null,
  changes: Partial<ComparedPrompt> = {},
): ComparedPrompt {
  return {
    index,
    source: 'held-out',
    row: index + 1,
    messages: [{ role: 'user', content: `question ${index}` }],
    reference: 'reference',
    before: { text: 'before', tokens: 3, ended: true },
    after: { text: 'after', tokens: 3, ended: true },
    loss: losses === null ? null : { before: losses[0], after: losses[1], tokens: [] },
    ...changes,
  };
}
