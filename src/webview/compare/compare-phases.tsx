import { useEffect, useState } from 'preact/hooks';
import type { ComparePhase } from '../../core/compare/compare-event.ts';
import type { ComparisonView } from '../../core/protocol/compare-contract.ts';
import { formatNumber } from '../../core/text/message.ts';
import { sayWholeSeconds } from '../kit/duration.ts';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';

type Progress = NonNullable<ComparisonView['progress']>;

const work = ['loading', 'measuring', 'answering'] as const satisfies readonly ComparePhase[];

/** The stretches of a comparison in one line, above a bar that says how far the one that lasts is. */
export function ComparePhases({ progress, measures }: { progress: Progress; measures: boolean }) {
  const say = useSay();
  const { phase, done, total } = progress;
  const phases = work.filter((each) => each !== 'measuring' || measures);
  const current = phases.findIndex((each) => each === phase);
  const seconds = useSecondsSince(phase);
  const counted = done !== null && total !== null && total > 0;
  const beside = counted
    ? `${formatNumber(done)}/${formatNumber(total)}`
    : seconds > 0 && sayWholeSeconds(seconds, say);
  return (
    <>
      <ol class="phases" aria-label={say('compare-panel.phases')}>
        {phases.map((each, i) => (
          <li key={each} class={i > current ? 'muted' : ''} aria-current={i === current ? 'step' : undefined}>
            {i < current && <Icon name="check" tone="ok" />}
            {i === current && <Icon name="sync" />}
            {i > current && <Icon name="circle-large" />}
            <span>
              {say(i < current ? `compare-panel.phase.${each}.done` : `compare-panel.phase.${each}`)}
            </span>
            {i === current && <span class="muted num">{beside}</span>}
          </li>
        ))}
      </ol>
      <div
        class="progress"
        role="progressbar"
        aria-label={say('compare-panel.progress')}
        {...(counted ? { 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': done } : {})}
      >
        {counted && <i style={{ width: `${Math.min(100, (100 * done) / total)}%` }} />}
      </div>
    </>
  );
}

/** Whole seconds that a phase has lasted on this page, so that it is seen to pass. */
function useSecondsSince(phase: ComparePhase): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    const start = Date.now();
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - start) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [phase]);
  return seconds;
}
