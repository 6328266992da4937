import { describe, expect, it } from 'vitest';
import { trainingVariant } from '../../../../src/core/template/sources/training-variant.ts';

const bundled = [
  { name: 'fish', text: 'a\nb\nc\nd' },
  { name: 'fish_training', text: 'a\nb\n{% generation %}c{% endgeneration %}\nd' },
  { name: 'lone', text: 'p\nq\nr' },
];

describe('what TRL trains on answers with', () => {
  it('a template with marks of its own stays', () => {
    for (const marks of ['{% generation %}', '{%- generation -%}', '{%generation%}'])
      expect(trainingVariant(`x${marks}`, bundled)).toEqual({ kind: 'own-marks' });
    expect(trainingVariant('{%+ generation %}', bundled).kind).toBe('unknown');
  });

  it('one that equals one of its own is swapped, and not if a character differs', () => {
    const [original, training] = bundled;
    expect(trainingVariant('a\nb\nc\nd', bundled)).toEqual({ kind: 'swapped', original, training });
    expect(trainingVariant('a\nb\nc\nd\n', bundled)).toEqual({ kind: 'unknown', nearest: original });
  });

  it('one that TRL knows without a training pair is known, and a strange one has nothing near', () => {
    expect(trainingVariant('p\nq\nr', bundled)).toEqual({ kind: 'known', original: bundled[2] });
    expect(trainingVariant('x\ny\na', bundled)).toEqual({ kind: 'unknown', nearest: null });
    expect(trainingVariant('', [])).toEqual({ kind: 'unknown', nearest: null });
  });
});
