import type { RunProgress } from '../../core/run/run-progress.ts';
import { useSay } from '../kit/words.ts';
import { metricCells, sparkline } from './metric-cells.ts';

/** The numbers of the run, each with how it went where there is room. */
export function MetricsStrip(props: { progress: RunProgress }) {
  const say = useSay();
  return (
    <dl class="metrics">
      {metricCells(props.progress, say).map((cell) => (
        <div key={cell.word} class="metric">
          <dt>{say(cell.word)}</dt>
          <dd>
            <b class={cell.value === null ? 'muted' : ''}>{cell.value ?? '—'}</b>
            {cell.beside !== null && <span class="muted small">{cell.beside}</span>}
          </dd>
          <Sparkline values={cell.line} />
        </div>
      ))}
    </dl>
  );
}

function Sparkline(props: { values: ArrayLike<number> }) {
  const path = sparkline(props.values, 72, 18);
  if (path === '') return null;
  return (
    <svg class="sparkline" viewBox="0 0 72 18" width="72" height="18" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
