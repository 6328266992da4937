import type uPlot from 'uplot';
import { unreachable } from '../../core/text/unreachable.ts';
import type { ChartColors } from './chart-colors.ts';
import type { ChartData, ChartMark, ChartPoint } from './chart-data.ts';

/** What is drawn over the lines, and its words. */
export interface ChartOverlay {
  readonly data: ChartData;
  readonly colors: ChartColors;
  /** Names at the lines' ends, null for a line that is not there. */
  readonly lossLabel: string | null;
  readonly evalLabel: string | null;
  /** The step under the cursor; y is NaN where its loss is no number. */
  readonly cursor: ChartPoint | null;
}

/** Pixels of the canvas for one CSS pixel, and where a value of the chart lies on it. */
interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly ratio: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly bottom: number;
  readonly top: number;
}

/** Draws evaluation diamonds, marks under the axis, labels at the lines' ends and the cursor. */
export function drawOverlay(plot: uPlot, overlay: ChartOverlay, ratio: number): void {
  const pen: Pen = {
    context: plot.ctx,
    ratio,
    x: (value) => plot.valToPos(value, 'x', true),
    y: (value) => plot.valToPos(value, 'y', true),
    bottom: plot.bbox.top + plot.bbox.height,
    top: plot.bbox.top,
  };
  pen.context.save();
  drawCursor(pen, overlay);
  for (const point of overlay.data.evals) drawDiamond(pen, point, overlay.colors);
  for (const x of overlay.data.bad) drawCross(pen, x, overlay.colors);
  for (const mark of overlay.data.marks) drawMark(pen, mark, overlay.colors);
  drawEndLabels(pen, overlay);
  pen.context.restore();
}

function drawCursor(pen: Pen, { cursor, colors }: ChartOverlay): void {
  if (cursor === null) return;
  const { context, ratio } = pen;
  const x = pen.x(cursor.x);
  context.strokeStyle = colors.axis;
  context.lineWidth = ratio;
  context.setLineDash([2 * ratio, 3 * ratio]);
  context.beginPath();
  context.moveTo(x, pen.top);
  context.lineTo(x, pen.bottom);
  context.stroke();
  context.setLineDash([]);
  if (!Number.isFinite(cursor.y)) return;
  context.fillStyle = colors.trained;
  context.beginPath();
  context.arc(x, pen.y(cursor.y), 3.5 * ratio, 0, 2 * Math.PI);
  context.fill();
}

function drawDiamond(pen: Pen, point: ChartPoint, colors: ChartColors): void {
  const { context, ratio } = pen;
  const x = pen.x(point.x);
  const y = pen.y(point.y);
  const size = 5 * ratio;
  context.beginPath();
  context.moveTo(x, y - size);
  context.lineTo(x + size, y);
  context.lineTo(x, y + size);
  context.lineTo(x - size, y);
  context.closePath();
  context.fillStyle = colors.background;
  context.fill();
  context.strokeStyle = colors.heldOut;
  context.lineWidth = 2 * ratio;
  context.stroke();
}

/** A cross on the axis where the line has a gap because the loss was no number. */
function drawCross(pen: Pen, at: number, colors: ChartColors): void {
  const { context, ratio } = pen;
  const x = pen.x(at);
  const size = 4 * ratio;
  const y = pen.bottom - 2 * size;
  context.strokeStyle = colors.dropped;
  context.lineWidth = 2 * ratio;
  context.beginPath();
  context.moveTo(x - size, y - size);
  context.lineTo(x + size, y + size);
  context.moveTo(x - size, y + size);
  context.lineTo(x + size, y - size);
  context.stroke();
}

function drawMark(pen: Pen, mark: ChartMark, colors: ChartColors): void {
  const { context, ratio } = pen;
  const x = pen.x(mark.x);
  const y = pen.bottom + 11 * ratio;
  const size = 4 * ratio;
  context.lineWidth = ratio;
  switch (mark.kind) {
    case 'checkpoint':
      context.strokeStyle = colors.muted;
      context.strokeRect(x - size, y - size, 2 * size, 2 * size);
      return;
    case 'note':
      context.strokeStyle = colors.info;
      context.lineWidth = 1.5 * ratio;
      context.beginPath();
      context.arc(x, y, size, 0, 2 * Math.PI);
      context.stroke();
      return;
    case 'warning':
      context.fillStyle = colors.cut;
      context.beginPath();
      context.moveTo(x, y - size);
      context.lineTo(x + size + ratio, y + size);
      context.lineTo(x - size - ratio, y + size);
      context.closePath();
      context.fill();
      return;
    default:
      unreachable(mark.kind);
  }
}

function drawEndLabels(pen: Pen, { data, colors, lossLabel, evalLabel }: ChartOverlay): void {
  const { context, ratio } = pen;
  // The label names the last logged value, so it stands at the raw line's end, not at the smoothed one's.
  const [xs, raw] = data.columns;
  const index = raw.findLastIndex((y) => typeof y === 'number');
  const lastEval = data.evals.at(-1);
  const gap = 16 * ratio;
  let lossY = index < 0 ? NaN : pen.y(raw[index] ?? NaN);
  let evalY = lastEval === undefined ? NaN : pen.y(lastEval.y);
  const overlap = gap - Math.abs(lossY - evalY);
  if (overlap > 0) {
    const down = lossY >= evalY ? 1 : -1;
    lossY += (down * overlap) / 2;
    evalY -= (down * overlap) / 2;
  }
  context.font = scaledFont(colors.font, ratio);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const write = (label: string | null, x: number, y: number, color: string): void => {
    if (label === null || Number.isNaN(y)) return;
    context.fillStyle = color;
    context.fillText(label, x + 10 * ratio, Math.min(y, pen.bottom - 8 * ratio));
  };
  write(lossLabel, pen.x(xs[index] ?? 0), lossY, colors.trained);
  write(evalLabel, pen.x(data.xMax), evalY, colors.heldOut);
}

/** Width in CSS pixels that the labels at the lines' ends need. */
export function endLabelWidth(context: CanvasRenderingContext2D, overlay: ChartOverlay): number {
  context.save();
  context.font = overlay.colors.font;
  const widths = [overlay.lossLabel, overlay.evalLabel].map((label) =>
    label === null ? 0 : context.measureText(label).width,
  );
  context.restore();
  return Math.ceil(Math.max(...widths)) + 18;
}

function scaledFont(font: string, ratio: number): string {
  return font.replace(/^(\d+)px/, (_, size: string) => `${Number(size) * ratio}px`);
}
