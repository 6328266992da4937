import { useContext, useMemo } from 'preact/hooks';
import type { RunProgress } from '../../core/run/run-progress.ts';
import { LanguageContext, useSay } from '../kit/words.ts';
import { metricCells, sparkline } from './metric-cells.ts';

/** The numbers of the run, each with how it went where there is room. */
export function MetricsStrip(props: { progress: RunProgress; version: number }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const cells = useMemo(
    () => metricCells(props.progress, say).map((cell) => ({ ...cell, path: sparkline(cell.line, 72, 18) })),
    [props.progress, props.version, language],
  );
  return (
    <dl class="metrics">
      {cells.map((cell) => (
        <div key={cell.word} class="metric">
          <dt>{say(cell.word)}</dt>
          <dd>
            <b class={cell.value === null ? 'muted' : ''}>{cell.value ?? '—'}</b>
            {cell.beside !== null && <span class="muted small">{cell.beside}</span>}
          </dd>
          <Sparkline path={cell.path} />
        </div>
      ))}
    </dl>
  );
}

function Sparkline({ path }: { path: string }) {
  if (path === '') return null;
  return (
    <svg class="sparkline" viewBox="0 0 72 18" width="72" height="18" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
