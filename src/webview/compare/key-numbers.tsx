import type { ComponentChildren } from 'preact';
import { betterRows, endedAnswers } from '../../core/compare/comparison-figures.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import { formatMetric } from '../kit/format-metric.ts';
import { useSay } from '../kit/words.ts';
import { formatChange } from './loss-change.ts';

/** The three numbers that a comparison is about; a dash where one is not known yet. */
export function KeyNumbers({ comparison }: { comparison: Comparison }) {
  return (
    <dl class="key-numbers">
      <HeldOutLoss loss={comparison.loss} />
      <BetterRows {...betterRows(comparison.prompts)} />
      <EndedAnswers {...endedAnswers(comparison.prompts)} />
    </dl>
  );
}

function HeldOutLoss({ loss }: Pick<Comparison, 'loss'>) {
  const say = useSay();
  const change = loss === null ? NaN : loss.after - loss.before;
  const interval = loss?.interval ?? null;
  return (
    <Figure
      name={say('compare-panel.loss')}
      value={loss === null ? null : `${formatMetric(loss.before)} → ${formatMetric(loss.after)}`}
    >
      {loss !== null &&
        (interval === null
          ? formatChange(change)
          : say('compare-panel.interval', {
              change: formatChange(change),
              low: formatChange(interval[0]),
              high: formatChange(interval[1]),
            }))}
    </Figure>
  );
}

function BetterRows({ better, of }: ReturnType<typeof betterRows>) {
  const say = useSay();
  return (
    <Figure name={say('compare-panel.better-on')} value={of === 0 ? null : String(better)}>
      {of > 0 && say('compare-panel.of-rows', { rows: of })}
    </Figure>
  );
}

function EndedAnswers({ before, after, of }: ReturnType<typeof endedAnswers>) {
  const say = useSay();
  return (
    <Figure name={say('compare-panel.ended')} value={of === 0 ? null : `${before} → ${after}`}>
      {of > 0 && say('compare-panel.of', { n: of })}
    </Figure>
  );
}

function Figure(props: { name: string; value: string | null; children: ComponentChildren }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <b class={props.value === null ? 'muted' : ''}>{props.value ?? '—'}</b>
        <span class="muted small">{props.children}</span>
      </dd>
    </div>
  );
}
