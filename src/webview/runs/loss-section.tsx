import { useState } from 'preact/hooks';
import type { RunProgress } from '../../core/run/run-progress.ts';
import { useSay } from '../kit/words.ts';
import type { XAxis } from './chart-data.ts';
import { formatMetric } from '../kit/format-metric.ts';
import { LossChart, useReadout } from './loss-chart.tsx';
import type { ViewChoices } from './view-choices.ts';

interface LossSectionProps {
  readonly name: string;
  readonly progress: RunProgress;
  readonly version: number;
  readonly choices: ViewChoices;
  readonly onChoices: (choices: ViewChoices) => void;
  /** The step whose rows are shown, null before one was chosen. */
  readonly step: number | null;
  readonly onChooseStep: (step: number) => void;
}

/** The chart, what can be chosen about it, and its last points as a table for screen readers. */
export function LossSection(props: LossSectionProps) {
  const say = useSay();
  const [pointed, setPointed] = useState<number | null>(null);
  const cursor = pointed ?? pointOfStep(props.progress, props.step);
  const readout = useReadout({ progress: props.progress, cursor });
  return (
    <section class="chart-section" aria-labelledby="loss-title">
      <div class="chart-tools">
        <h2 id="loss-title">{say('word.loss')}</h2>
        <span class="muted num ellipsis grow">{cursor === null ? say('screen.chart.legend') : readout}</span>
        <ChartTools choices={props.choices} onChoices={props.onChoices} />
      </div>
      <LossChart
        name={props.name}
        progress={props.progress}
        version={props.version}
        choices={props.choices}
        cursor={cursor}
        onCursor={setPointed}
        onChoose={props.onChooseStep}
      />
      <p id="chart-keys" class="visually-hidden">
        {say('screen.chart.keys')}
      </p>
      <PointTable name={props.name} progress={props.progress} />
    </section>
  );
}

/** The mark of a chosen step stays when the mouse has left the chart. */
function pointOfStep(progress: RunProgress, step: number | null): number | null {
  const loss = progress.logs.get('loss');
  if (loss === undefined || step === null) return null;
  const index = loss.indexOfStep(step);
  return loss.at(index)?.step === step ? index : null;
}

const axes = ['step', 'epoch', 'time'] as const satisfies readonly XAxis[];

function ChartTools({ choices, onChoices }: Pick<LossSectionProps, 'choices' | 'onChoices'>) {
  const say = useSay();
  const chooseX = (value: string): void => {
    const x = axes.find((axis) => axis === value);
    if (x !== undefined) onChoices({ ...choices, x });
  };
  return (
    <>
      <select
        class="select small-control"
        aria-label={say('screen.chart.x-label')}
        value={choices.x}
        onChange={(event) => chooseX(event.currentTarget.value)}
      >
        {axes.map((axis) => (
          <option key={axis} value={axis}>
            {say(`screen.chart.x-${axis}`)}
          </option>
        ))}
      </select>
      <label class="tool">
        {say('screen.chart.smoothing')}
        <input
          type="range"
          class="slider"
          min="0"
          max="0.99"
          step="0.01"
          value={choices.smoothing}
          onInput={(event) => onChoices({ ...choices, smoothing: event.currentTarget.valueAsNumber })}
        />
        <span class="num smoothing-value">{choices.smoothing.toFixed(2)}</span>
      </label>
      <label class="tool">
        <input
          type="checkbox"
          class="checkbox codicon"
          checked={choices.logScale}
          onChange={(event) => onChoices({ ...choices, logScale: event.currentTarget.checked })}
        />
        {say('screen.chart.log-scale')}
      </label>
    </>
  );
}

const tableLength = 10;

function PointTable({ name, progress }: Pick<LossSectionProps, 'name' | 'progress'>) {
  const say = useSay();
  const loss = progress.logs.get('loss');
  const evals = progress.evals.get('eval_loss');
  if (loss === undefined) return null;
  const rows = Array.from({ length: Math.min(tableLength, loss.length) }, (_, i) =>
    loss.at(-1 - i),
  ).reverse();
  const evalAt = (step: number): string => {
    const point = evals?.at(evals.indexOfStep(step));
    return point?.step === step ? formatMetric(point.value) : '';
  };
  return (
    <div class="visually-hidden">
      <table>
        <caption>{say('screen.chart.table', { name })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('word.step')}</th>
            <th scope="col">{say('word.loss')}</th>
            <th scope="col">{say('word.eval-loss')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            (point) =>
              point !== undefined && (
                <tr key={point.step}>
                  <td>{point.step}</td>
                  <td>{formatMetric(point.value)}</td>
                  <td>{evalAt(point.step)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
