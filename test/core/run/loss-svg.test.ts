import { describe, expect, it } from 'vitest';
import { lossSvg } from '../../../src/core/run/loss-svg.ts';
import { addEvents, newRunProgress, type RunProgress } from '../../../src/core/run/run-progress.ts';

/** A run that logged these losses, and these evaluation losses at their steps. */
function run(losses: readonly number[], evals: Readonly<Record<number, number>> = {}): RunProgress {
  const progress = newRunProgress();
  const common = { v: 1, time: '2026-11-25T22:00:00.000Z', epoch: null } as const;
  losses.forEach((loss, index) =>
    addEvents(progress, [{ ...common, seq: index + 1, type: 'log', step: index + 1, metrics: { loss } }]),
  );
  Object.entries(evals).forEach(([step, value], index) =>
    addEvents(progress, [
      {
        ...common,
        seq: losses.length + index + 1,
        type: 'eval',
        step: Number(step),
        metrics: { eval_loss: value },
      },
    ]),
  );
  return progress;
}

const lines = (svg: string | null): string[][] =>
  [...(svg ?? '').matchAll(/<polyline points="([^"]*)"/g)].map((match) => (match[1] ?? '').split(' '));

describe('lossSvg', () => {
  it('draws nothing where nothing was logged', () => {
    expect(lossSvg(run([]))).toBeNull();
    expect(lossSvg(run([NaN, Infinity]))).toBeNull();
  });

  it('draws each point of a short run, inside the picture', () => {
    const svg = lossSvg(run([3, 2, 1], { 2: 2.5, 3: 1.5 }));
    expect(lines(svg).map((points) => points.length)).toEqual([3, 2]);
    for (const point of lines(svg).flat()) {
      const [x = NaN, y = NaN] = point.split(',').map(Number);
      expect(x >= 56 && x <= 704 && y >= 36 && y <= 276, point).toBe(true);
    }
    expect(svg).not.toContain('NaN');
  });

  it('breaks the line at a loss that is no number, and shows what stands alone', () => {
    const svg = lossSvg(run([3, NaN, 2, Infinity, 1, 0.5]));
    expect(lines(svg).map((points) => points.length)).toEqual([2]);
    expect(svg?.match(/<circle/g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('keeps the highest point of a long run, and stays small', () => {
    const losses = Array.from({ length: 20_000 }, (_, index) =>
      index === 12_345 ? 50 : 1 + Math.sin(index) / 10,
    );
    const svg = lossSvg(run(losses));
    const highest = Math.min(
      ...lines(svg)
        .flat()
        .map((point) => Number(point.split(',')[1])),
    );
    expect(highest).toBe(36);
    expect(svg?.length).toBeLessThan(60_000);
  });

  it.each([[[1]], [[0, 0, 0]], [[2, 2]], [[-1, -2]], [[1e-9, 2e-9]], [[1e6, 2e6]]])(
    'has an axis for %j',
    (losses) => {
      const svg = lossSvg(run(losses));
      const ticks = [...(svg ?? '').matchAll(/text-anchor="end"[^>]*>([^<]+)</g)].map((match) =>
        Number(match[1]),
      );
      expect(ticks.length).toBeGreaterThan(1);
      expect(Math.min(...ticks)).toBeLessThanOrEqual(Math.min(...losses));
      expect(Math.max(...ticks)).toBeGreaterThanOrEqual(Math.max(...losses));
    },
  );
});
