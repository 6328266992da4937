import { useEffect, useMemo, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import type { RunProgress } from '../../core/run/run-progress.ts';
import { useSay } from '../kit/words.ts';
import { readChartColors, useThemeVersion } from './chart-colors.ts';
import { chartData, startTime, xColumn } from './chart-data.ts';
import type { ChartOverlay } from './chart-drawing.ts';
import { formatMetric } from '../kit/format-metric.ts';
import { onAxis } from './loss-axis.ts';
import { aligned, createLossPlot } from './loss-plot.ts';
import { useWidth } from './use-width.ts';
import type { ViewChoices } from './view-choices.ts';

interface LossChartProps {
  readonly name: string;
  readonly progress: RunProgress;
  /** Changes whenever progress has grown. */
  readonly version: number;
  readonly choices: ViewChoices;
  /** Index of the point under the cursor, null without one. */
  readonly cursor: number | null;
  readonly onCursor: (index: number | null) => void;
  readonly onChoose: (step: number) => void;
}

/** The loss curve. One stop for the keyboard: arrows go from point to point, Enter opens the rows of the step. */
export function LossChart(props: LossChartProps) {
  const { progress, choices } = props;
  const say = useSay();
  const loss = progress.logs.get('loss');
  const last = loss?.at(-1);
  const step = loss?.at(props.cursor ?? -1)?.step ?? 0;
  const element = usePlot(props);
  const readout = useReadout(props);
  if (loss === undefined || last === undefined) return null;

  const move = (to: number): void => props.onCursor(Math.min(loss.length - 1, Math.max(0, to)));
  const at = props.cursor ?? loss.length - 1;
  const moves: Record<string, () => void> = {
    ArrowLeft: () => move(props.cursor === null ? at : at - 1),
    ArrowRight: () => move(at + 1),
    Home: () => move(0),
    End: () => move(loss.length - 1),
    Enter: () => props.onChoose(step),
    Escape: () => props.onCursor(null),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      id="loss-chart"
      ref={element}
      class="loss-chart"
      data-axis={choices.x}
      role="slider"
      tabIndex={0}
      aria-label={say('screen.chart.label', {
        name: props.name,
        step: last.step,
        loss: formatMetric(last.value),
      })}
      aria-valuemin={loss.at(0)?.step ?? 0}
      aria-valuemax={last.step}
      aria-valuenow={step}
      aria-valuetext={readout}
      aria-describedby="chart-keys"
      onKeyDown={onKeyDown}
    />
  );
}

/** The words for the point under the cursor, or for the last one. */
export function useReadout({ progress, cursor }: Pick<LossChartProps, 'progress' | 'cursor'>): string {
  const say = useSay();
  const point = progress.logs.get('loss')?.at(cursor ?? -1);
  if (point === undefined) return '';
  const evals = progress.evals.get('eval_loss');
  const evaluated = evals?.at(evals.indexOfStep(point.step));
  const words = { step: point.step, loss: formatMetric(point.value) };
  if (evaluated?.step !== point.step) return say('screen.chart.readout', words);
  return say('screen.chart.readout-eval', { ...words, evalLoss: formatMetric(evaluated.value) });
}

/** Keeps a uPlot in the element: made anew when its look changes, given new data when the run has grown. */
function usePlot(props: LossChartProps) {
  const { progress, version, choices, cursor } = props;
  const { x, smoothing, logScale } = choices;
  const say = useSay();
  const element = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const overlay = useRef<ChartOverlay | null>(null);
  const theme = useThemeVersion();
  const width = useWidth(element);
  const height = width < 500 ? 232 : 300;
  const language = say('screen.chart.x-step');
  const data = useMemo(
    () => chartData(progress, { x, smoothing, logScale, width: Math.max(1, width) }),
    [progress, version, x, smoothing, logScale, width],
  );
  const xs = useMemo(() => xsOf(progress, x), [progress, version, x]);
  const latest = useRef({ props, xs });
  latest.current = { props, xs };

  const compose = (host: HTMLElement): ChartOverlay => {
    const loss = progress.logs.get('loss');
    const lastLoss = loss?.at(-1)?.value;
    const lastEval = progress.evals.get('eval_loss')?.at(-1)?.value;
    const colors = overlay.current?.colors ?? readChartColors(host);
    return {
      data,
      colors,
      lossLabel: lastLoss === undefined ? null : say('screen.chart.loss', { value: formatMetric(lastLoss) }),
      evalLabel:
        lastEval === undefined ? null : say('screen.chart.eval-loss', { value: formatMetric(lastEval) }),
      cursor:
        cursor === null ? null : { x: xs[cursor] ?? 0, y: onAxis(loss?.at(cursor)?.value ?? NaN, logScale) },
    };
  };

  useEffect(() => {
    const host = element.current;
    if (host === null || width === 0) return;
    overlay.current = null;
    const first = compose(host);
    overlay.current = first;
    const made = createLossPlot(host, {
      x,
      logScale,
      width,
      height,
      colors: first.colors,
      lastTick: (text) => lastTick(x, text, say),
      overlay: () => overlay.current ?? first,
    });
    const stopListening = listen(made, latest);
    plot.current = made;
    return () => {
      stopListening();
      made.destroy();
      plot.current = null;
    };
  }, [x, logScale, width, height, theme, language]);

  useEffect(() => {
    const host = element.current;
    if (host === null || plot.current === null) return;
    overlay.current = compose(host);
    plot.current.setData(aligned(overlay.current));
  }, [data, language]);

  useEffect(() => {
    const host = element.current;
    if (host === null || plot.current === null) return;
    overlay.current = compose(host);
    plot.current.redraw(false, false);
  }, [cursor]);
  return element;
}

function lastTick(x: ViewChoices['x'], text: string, say: ReturnType<typeof useSay>): string {
  if (x === 'time') return text;
  return x === 'step'
    ? say('screen.metric.at-step', { step: text })
    : say('screen.chart.at-epoch', { epoch: text });
}

function xsOf(progress: RunProgress, x: ViewChoices['x']): Float64Array {
  const loss = progress.logs.get('loss');
  return loss === undefined ? new Float64Array(0) : xColumn(loss, x, startTime(progress));
}

/** The mouse: the nearest point follows it, a click chooses its step. */
function listen(
  plot: uPlot,
  latest: { readonly current: { readonly props: LossChartProps; readonly xs: Float64Array } },
): () => void {
  const indexAt = (event: MouseEvent): number | null =>
    nearest(latest.current.xs, plot.posToVal(event.clientX - plot.over.getBoundingClientRect().left, 'x'));
  const onMove = (event: MouseEvent): void => latest.current.props.onCursor(indexAt(event));
  const onLeave = (): void => latest.current.props.onCursor(null);
  const onClick = (event: MouseEvent): void => {
    const index = indexAt(event);
    const { progress, onChoose } = latest.current.props;
    const point = index === null ? undefined : progress.logs.get('loss')?.at(index);
    if (point !== undefined) onChoose(point.step);
  };
  plot.over.addEventListener('mousemove', onMove);
  plot.over.addEventListener('mouseleave', onLeave);
  plot.over.addEventListener('click', onClick);
  return () => {
    plot.over.removeEventListener('mousemove', onMove);
    plot.over.removeEventListener('mouseleave', onLeave);
    plot.over.removeEventListener('click', onClick);
  };
}

function nearest(xs: Float64Array, x: number): number | null {
  if (xs.length === 0) return null;
  let low = 0;
  let high = xs.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((xs[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  return before >= 0 && x - (xs[before] ?? 0) < (xs[low] ?? 0) - x ? before : low;
}
