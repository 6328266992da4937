import uPlot from 'uplot';
import { formatNumber } from '../../core/text/message.ts';
import type { ChartColors } from './chart-colors.ts';
import type { XAxis } from './chart-data.ts';
import { drawOverlay, endLabelWidth, type ChartOverlay } from './chart-drawing.ts';

interface LossPlotOptions {
  readonly x: XAxis;
  readonly logScale: boolean;
  readonly width: number;
  readonly height: number;
  readonly colors: ChartColors;
  /** What to write at the last mark of the horizontal axis. */
  readonly lastTick: (text: string) => string;
  /** Asked each time the chart is drawn. */
  readonly overlay: () => ChartOverlay;
}

/** A uPlot of the loss: raw line 1 px, smoothed 2 px; all else is drawn over it. */
export function createLossPlot(element: HTMLElement, options: LossPlotOptions): uPlot {
  const { colors, overlay } = options;
  return new uPlot(
    {
      width: options.width,
      height: options.height,
      padding: [12, (plot) => endLabelWidth(plot.ctx, overlay()), 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => [0, overlay().data.xMax] },
        y: { range: () => [overlay().data.yMin, overlay().data.yMax] },
      },
      axes: [xAxis(options), yAxis(options)],
      series: [
        {},
        { scale: 'y', stroke: colors.raw, width: 1, points: { show: single } },
        { scale: 'y', stroke: colors.trained, width: 2, points: { show: single } },
        { scale: 'y', paths: () => null, points: { show: false } },
      ],
      hooks: { draw: [(plot) => drawOverlay(plot, overlay(), uPlot.pxRatio)] },
    },
    aligned(overlay()),
    element,
  );
}

/** The columns in uPlot's type. */
export function aligned(overlay: ChartOverlay): uPlot.AlignedData {
  const [xs, raw, smoothed, evals] = overlay.data.columns;
  return [xs, raw, smoothed, evals];
}

/** One point alone has no line: it is drawn as a point. */
function single(plot: uPlot, series: number): boolean {
  const column: Iterable<number | null | undefined> = plot.data[series] ?? [];
  return [...column].filter((y) => typeof y === 'number').length === 1;
}

function xAxis({ x, colors, lastTick }: LossPlotOptions): uPlot.Axis {
  return {
    stroke: colors.muted,
    font: colors.font,
    size: 44,
    gap: 22,
    space: x === 'time' ? 64 : 56,
    grid: { show: false },
    ticks: { stroke: colors.axis, width: 1, size: 4 },
    border: { show: true, stroke: colors.axis, width: 1 },
    ...(x === 'epoch' ? {} : { incrs: x === 'step' ? wholeSteps : secondSteps }),
    values: (_, splits) =>
      splits.map((value, i) => {
        const text = x === 'time' ? clock(value) : formatNumber(value);
        return i === splits.length - 1 ? lastTick(text) : text;
      }),
  };
}

function yAxis({ logScale, colors, overlay }: LossPlotOptions): uPlot.Axis {
  return {
    stroke: colors.muted,
    font: colors.font,
    size: 44,
    gap: 4,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { show: false },
    splits: () => [...overlay().data.ySplits],
    values: (_, splits) => splits.map((y) => formatTick(logScale ? 10 ** y : y)),
  };
}

/** A tick without the noise of binary fractions. */
function formatTick(value: number): string {
  return String(Number(value.toPrecision(6)));
}

const wholeSteps = Array.from({ length: 9 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** power)).flat();
const secondSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800, 604_800,
];

/** Seconds as 0:07, 12:30 or 3:05:00. */
function clock(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(Math.round(seconds % 60));
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
