import { decimate, type Points } from '../../core/run/decimate.ts';
import type { MetricSeries } from '../../core/run/metric-series.ts';
import type { RunProgress } from '../../core/run/run-progress.ts';
import { smooth } from '../../core/run/smooth.ts';
import { linearAxis, logAxis, onAxis } from './loss-axis.ts';
import { evalLossRise, warningStep } from './run-notices.ts';

export type XAxis = 'step' | 'epoch' | 'time';

/** A column of the chart: null breaks the line, undefined is another line's place. */
type ChartColumn = (number | null | undefined)[];

/** A point in the numbers of the axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** A mark under the axis. */
export interface ChartMark {
  readonly kind: 'warning' | 'note' | 'checkpoint';
  readonly x: number;
}

/** All that the chart draws. */
export interface ChartData {
  /** x, the loss itself, the smoothed loss, the evaluation loss: of one length. */
  readonly columns: readonly [number[], ChartColumn, ChartColumn, ChartColumn];
  readonly evals: readonly ChartPoint[];
  /** Where the loss is no number. */
  readonly bad: readonly number[];
  readonly marks: readonly ChartMark[];
  /** End of the horizontal axis, which begins at 0. */
  readonly xMax: number;
  /** The vertical axis and its ticks, in the axis' own numbers: powers of ten on a log scale. */
  readonly yMin: number;
  readonly yMax: number;
  readonly ySplits: readonly number[];
}

export interface ChartOptions {
  readonly x: XAxis;
  /** 0 to below 1. */
  readonly smoothing: number;
  readonly logScale: boolean;
  /** Pixels across. */
  readonly width: number;
}

/** The loss curve, thinned to what the width can show; no extreme and no gap is lost. */
export function chartData(progress: RunProgress, options: ChartOptions): ChartData {
  const loss = progress.logs.get('loss');
  const start = startTime(progress);
  const xs = loss === undefined ? [] : xColumn(loss, options.x, start);
  const ys: ArrayLike<number> = loss?.column('value') ?? [];
  const evalSeries = progress.evals.get('eval_loss');
  const evals = evalPoints(evalSeries, options, start);
  const from = xs[0] ?? 0;
  const to = xs.at(-1) ?? 0;
  const raw = decimate(xs, ys, from, to, options.width);
  const smoothed = decimate(xs, smooth(ys, options.smoothing), from, to, options.width);
  const drawn = [...raw.ys, ...evals.map((point) => point.y)];
  return {
    columns: join(raw, smoothed, evals, options.logScale),
    evals: evals.map((point) => ({ x: point.x, y: onAxis(point.y, options.logScale) })),
    bad: [...raw.xs].filter((_, i) => !Number.isFinite(raw.ys[i])),
    marks: marksOf(progress, xs, loss),
    xMax: Math.max(to, evals.at(-1)?.x ?? 0) || 1,
    ...(options.logScale ? logAxis(drawn) : linearAxis(drawn)),
  };
}

/** The values of a series on the horizontal axis. They never go back, which a resumed run's times would. */
export function xColumn(series: MetricSeries, x: XAxis, start: number): Float64Array {
  const column = series.column(x).slice();
  let highest = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? NaN;
    const place = x === 'time' ? (value - start) / 1000 : value;
    if (place > highest) highest = place;
    column[i] = highest;
  }
  return column;
}

/** When the first training began, in milliseconds since 1970. */
export function startTime(progress: RunProgress): number {
  const phase = progress.phases.find((phase) => phase.name === 'training');
  return phase?.start ?? progress.logs.get('loss')?.at(0)?.time ?? 0;
}

function evalPoints(series: MetricSeries | undefined, options: ChartOptions, start: number): ChartPoint[] {
  if (series === undefined) return [];
  const xs = xColumn(series, options.x, start);
  const ys = series.column('value');
  return Array.from(xs, (x, i) => ({ x, y: ys[i] ?? NaN })).filter(
    (point) => Number.isFinite(point.y) && !(options.logScale && point.y <= 0),
  );
}

function join(
  raw: Points,
  smoothed: Points,
  evals: readonly ChartPoint[],
  logScale: boolean,
): ChartData['columns'] {
  const xs = [...new Set([...raw.xs, ...smoothed.xs, ...evals.map((point) => point.x)])].sort(
    (a, b) => a - b,
  );
  const indexOf = new Map(xs.map((x, i) => [x, i]));
  const place = (points: Points): ChartColumn => {
    const column: ChartColumn = xs.map(() => undefined);
    for (const [i, x] of points.xs.entries()) {
      const y = points.ys[i] ?? NaN;
      column[indexOf.get(x) ?? 0] = !Number.isFinite(y) || (logScale && y <= 0) ? null : onAxis(y, logScale);
    }
    return column;
  };
  const evalColumn = place({
    xs: Float64Array.from(evals, (point) => point.x),
    ys: Float64Array.from(evals, (point) => point.y),
  });
  return [xs, place(raw), place(smoothed), evalColumn];
}

function marksOf(progress: RunProgress, xs: ArrayLike<number>, loss: MetricSeries | undefined): ChartMark[] {
  const at = (step: number | null): number =>
    step === null || loss === undefined ? 0 : (xs[Math.min(loss.indexOfStep(step), loss.length - 1)] ?? 0);
  const rise = evalLossRise(progress);
  return [
    ...progress.checkpoints.map((mark) => ({ kind: 'checkpoint' as const, x: at(mark.step) })),
    ...(rise === null ? [] : [{ kind: 'note' as const, x: at(rise.step) }]),
    ...progress.warnings.map((mark) => ({ kind: 'warning' as const, x: at(warningStep(mark)) })),
  ];
}
