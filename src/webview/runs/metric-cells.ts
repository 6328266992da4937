import { decimate } from '../../core/run/decimate.ts';
import type { MetricSeries } from '../../core/run/metric-series.ts';
import { stepSeconds, type RunProgress } from '../../core/run/run-progress.ts';
import { smooth } from '../../core/run/smooth.ts';
import { sayDuration } from '../kit/duration.ts';
import type { Say, WordId } from '../kit/words.ts';
import { formatCount, formatMetric, formatRate } from '../kit/format-metric.ts';

/** One number of the strip over the chart. */
interface MetricCell {
  readonly word: WordId;
  /** Null while it is not known. */
  readonly value: string | null;
  readonly beside: string | null;
  /** Heights of the little line, in order; empty for none. */
  readonly line: ArrayLike<number>;
}

/** How many steps the trend of the loss looks back. */
const trendSteps = 10;

/** The six numbers that a run is followed by. */
export function metricCells(progress: RunProgress, say: Say): MetricCell[] {
  const loss = progress.logs.get('loss');
  const evalLoss = progress.evals.get('eval_loss')?.at(-1);
  const seconds = stepSeconds(progress);
  const lastSeconds = seconds.length === 0 ? null : median(seconds.slice(-20));
  return [
    {
      word: 'word.loss',
      value: text(loss?.at(-1)?.value, formatMetric),
      beside: loss === undefined || countsNoNumber(progress) ? null : trend(loss, say),
      line: [],
    },
    {
      word: 'word.eval-loss',
      value: text(evalLoss?.value, formatMetric),
      beside: evalLoss === undefined ? null : say('screen.metric.at-step', { step: evalLoss.step }),
      line: [],
    },
    cell('word.gradient-norm', progress.logs.get('grad_norm'), formatMetric),
    cell('word.learning-rate', progress.logs.get('learning_rate'), formatRate),
    cell('word.tokens-seen', tokenSeries(progress), formatCount),
    {
      word: 'word.time-per-step',
      value: lastSeconds === null ? null : sayDuration(lastSeconds, say),
      beside: null,
      line: seconds,
    },
  ];
}

/** TRL counts the tokens it has seen under its own name, transformers under another. */
function tokenSeries(progress: RunProgress): MetricSeries | undefined {
  return progress.logs.get('num_tokens') ?? progress.logs.get('num_input_tokens_seen');
}

function cell(word: WordId, series: MetricSeries | undefined, format: (value: number) => string): MetricCell {
  return {
    word,
    value: text(series?.at(-1)?.value, format),
    beside: null,
    line: series?.column('value') ?? [],
  };
}

function text(value: number | undefined, format: (value: number) => string): string | null {
  return value === undefined ? null : format(value);
}

/** Where a loss was no number, TRL's log may have 0 in its place, which is no progress. */
function countsNoNumber(progress: RunProgress): boolean {
  return progress.warnings.some((warning) => warning.code === 'nan-loss');
}

/** How the smoothed loss has changed over the last steps, such as `▼ 0.06 in 10 steps`. */
function trend(loss: MetricSeries, say: Say): string | null {
  const last = loss.at(-1);
  if (last === undefined || loss.length < 3) return null;
  const from = Math.max(0, Math.min(loss.length - 2, loss.indexOfStep(last.step - trendSteps)));
  const smoothed = smooth(loss.column('value'), 0.6);
  const change = (smoothed[loss.length - 1] ?? NaN) - (smoothed[from] ?? NaN);
  if (!(Math.abs(change) >= 0.005)) return null;
  const sign = change < 0 ? '▼' : '▲';
  return say('screen.metric.trend', {
    change: `${sign} ${Math.abs(change).toFixed(2)}`,
    steps: last.step - (loss.at(from)?.step ?? 0),
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The little line as an SVG path in a box, 1 px from its edges; empty for less than two numbers. */
export function sparkline(values: ArrayLike<number>, width: number, height: number): string {
  const xs = new Float64Array(values.length);
  for (let i = 0; i < xs.length; i++) xs[i] = i;
  const points = decimate(xs, values, 0, xs.length - 1, width);
  const numbers = points.ys.filter((y) => Number.isFinite(y));
  if (numbers.length < 2) return '';
  const low = numbers.reduce((low, y) => Math.min(low, y), Infinity);
  const high = numbers.reduce((high, y) => Math.max(high, y), -Infinity);
  const scale = high === low ? 0 : (height - 4) / (high - low);
  let command = 'M';
  const parts: string[] = [];
  for (const [i, x] of points.xs.entries()) {
    const y = points.ys[i] ?? NaN;
    if (!Number.isFinite(y)) {
      command = 'M';
      continue;
    }
    const left = 1 + (x / Math.max(1, xs.length - 1)) * (width - 2);
    const top = scale === 0 ? height / 2 : height - 2 - (y - low) * scale;
    parts.push(`${command}${left.toFixed(1)} ${top.toFixed(1)}`);
    command = 'L';
  }
  return parts.join('');
}
