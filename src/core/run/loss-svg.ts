import { decimate } from './decimate.ts';
import type { RunProgress } from './run-progress.ts';

const width = 720;
const height = 320;
const plot = { left: 56, right: 704, top: 36, bottom: 276 };
const lineColor = '#2563eb';
const evalColor = '#ea580c';

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Points of one line: steps and values of one length, steps rising. */
interface Line {
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
}

/**
 * The loss curve of a run as a picture of its own, readable on light and dark pages. Of each pixel column the first, last, lowest
 * and highest point are drawn, so no extreme is missing; a NaN breaks the line. Null where no loss was logged.
 */
export function lossSvg(progress: RunProgress): string | null {
  const loss = lineOf(progress.logs.get('loss'));
  const evals = lineOf(progress.evals.get('eval_loss'));
  const values = [...Array.from(loss.ys), ...Array.from(evals.ys)].filter(Number.isFinite);
  if (values.length === 0) return null;
  const steps = [...Array.from(loss.xs), ...Array.from(evals.xs)];
  const x = axis(0, Math.max(1, ...extent(steps)), 8, true);
  const [low, high] = extent(values);
  const y = axis(low, high, 5, false);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    '<title>Training loss over the steps</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...yGrid(y),
    ...xTicks(x),
    ...legend(evals.xs.length > 0),
    ...drawn(thinned(loss, x), x, y, lineColor, false),
    ...drawn(evals, x, y, evalColor, true),
    '</svg>',
    '',
  ].join('\n');
}

function lineOf(series: { column(name: 'step' | 'value'): Float64Array } | undefined): Line {
  return series === undefined
    ? { xs: [], ys: [] }
    : { xs: series.column('step'), ys: series.column('value') };
}

function thinned({ xs, ys }: Line, x: Axis): Line {
  return decimate(xs, ys, x.min, x.max, plot.right - plot.left);
}

/** The lowest and the highest of many numbers: `Math.min(...)` has no room for a million. */
function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

function axis(low: number, high: number, count: number, whole: boolean): Axis {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const step = whole ? Math.max(1, nice) : nice;
  const first = Math.floor(low / step);
  const last = whole ? Math.floor(high / step) : Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { min: first * step, max: whole ? high : last * step, ticks };
}

function place(value: number, { min, max }: Axis, from: number, to: number): number {
  return Math.round((from + ((value - min) / (max - min)) * (to - from)) * 100) / 100;
}

function yGrid(y: Axis): string[] {
  return y.ticks.flatMap((tick) => {
    const at = place(tick, y, plot.bottom, plot.top);
    return [
      `<line x1="${plot.left}" y1="${at}" x2="${plot.right}" y2="${at}" stroke="#e5e7eb"/>`,
      `<text x="${plot.left - 8}" y="${at + 4}" text-anchor="end" fill="#4b5563">${label(tick)}</text>`,
    ];
  });
}

function xTicks(x: Axis): string[] {
  const ticks = x.ticks.map((tick) => {
    const at = place(tick, x, plot.left, plot.right);
    return `<text x="${at}" y="${plot.bottom + 18}" text-anchor="middle" fill="#4b5563">${label(tick)}</text>`;
  });
  const middle = (plot.left + plot.right) / 2;
  return [...ticks, `<text x="${middle}" y="${height - 6}" text-anchor="middle" fill="#111827">step</text>`];
}

function legend(hasEvals: boolean): string[] {
  const names = [['training loss', lineColor], ...(hasEvals ? [['evaluation loss', evalColor]] : [])];
  return names.map(
    ([name, color], index) =>
      `<text x="${plot.left + index * 130}" y="20" fill="${color}" font-weight="600">${name}</text>`,
  );
}

function label(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** The line in as many pieces as its gaps make, and a dot for each point that stands alone or is asked for. */
function drawn({ xs, ys }: Line, x: Axis, y: Axis, color: string, dots: boolean): string[] {
  const pieces: string[][] = [[]];
  for (let i = 0; i < xs.length; i++) {
    const value = ys[i] ?? NaN;
    if (!Number.isFinite(value)) pieces.push([]);
    else {
      const at = [place(xs[i] ?? NaN, x, plot.left, plot.right), place(value, y, plot.bottom, plot.top)];
      pieces.at(-1)?.push(at.join(','));
    }
  }
  return pieces.flatMap((points) => [
    ...(points.length > 1
      ? [`<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="1.5"/>`]
      : []),
    ...(dots || points.length === 1 ? points.map((point) => dot(point, color)) : []),
  ]);
}

function dot(point: string, color: string): string {
  const [cx = '', cy = ''] = point.split(',');
  return `<circle cx="${cx}" cy="${cy}" r="3" fill="${color}"/>`;
}
