import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRunId, runId } from '../../../src/core/run/run-id.ts';

const at = new Date(2026, 10, 24, 9, 30, 5);

describe('the id of a run', () => {
  it('is local time, a slug of the name, and four hex digits', () => {
    expect(runId(at, 'My Recipe_v2.sft', 0xbeef)).toBe('20261124-093005-my-recipe-v2-sft-beef');
  });

  it('romanises Hangul and drops accents', () => {
    expect(runId(at, '여기서 학습', 1)).toBe('20261124-093005-yeogiseo-hakseup-0001');
    expect(runId(at, 'Café Größe', 1)).toBe('20261124-093005-cafe-gro-e-0001');
  });

  it('reads decomposed Hangul, as macOS names files, like composed', () => {
    expect(runId(at, '한국어'.normalize('NFD'), 1)).toBe(runId(at, '한국어', 1));
  });

  it('says run where no letter is left', () => {
    expect(runId(at, '—…—', 1)).toBe('20261124-093005-run-0001');
  });

  it('is a label of at most 64 characters for every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer(), (name, random) => {
        const id = runId(at, name, random);
        expect(id).toMatch(/^\d{8}-\d{6}-[A-Za-z0-9-]+-[0-9a-f]{4}$/);
        expect(id.length).toBeLessThanOrEqual(64);
        expect(isRunId(id)).toBe(true);
      }),
    );
  });

  it('is told from other names', () => {
    for (const name of ['.new-20261124-093005-a-0001', '20261124-093005--0001x', '..', 'notes', '']) {
      expect(isRunId(name)).toBe(false);
    }
  });
});
