import { useEffect, useState } from 'preact/hooks';
import { runPhases, type RunPhase } from '../../core/run/run-event.ts';
import type { PhaseProgress, RunProgress } from '../../core/run/run-progress.ts';
import { formatNumber } from '../../core/text/message.ts';
import { sayDuration, sayWholeSeconds } from '../kit/duration.ts';
import { Icon } from '../kit/icon.tsx';
import { useSay, type Say } from '../kit/words.ts';

interface PhasesProps {
  readonly progress: RunProgress;
  readonly running: boolean;
  readonly maxSteps: number | null;
  /** When a job was made that has no machine yet, in milliseconds; null for any other run. */
  readonly waitingSince: number | null;
}

/** The phases in one line: finished ones with their times, the one that lasts with how far it is. */
export function PhaseLine(props: PhasesProps) {
  const say = useSay();
  useSecondHand(props.running);
  return (
    <ol class="phases" aria-label={say('screen.run.phases')}>
      {props.progress.phases.map((phase, i) => (
        <PhaseItem key={i} phase={phase} {...props} />
      ))}
    </ol>
  );
}

/** The phases one below the other, before the first point: the one that lasts has a bar, and what is still to come is named. */
export function PhaseList(props: PhasesProps) {
  const say = useSay();
  useSecondHand(props.running);
  return (
    <ol class="phase-list" aria-label={say('screen.run.phases')}>
      {props.progress.phases.length === 0 && props.running && (
        <li>
          <Icon name="sync" />
          {props.waitingSince === null ? (
            <span>{say('screen.phase.starting')}</span>
          ) : (
            <Waiting since={props.waitingSince} />
          )}
        </li>
      )}
      {props.progress.phases.map((phase, i) => (
        <PhaseItem key={i} phase={phase} {...props} />
      ))}
      {props.running && (
        <li class="muted">
          <Icon name="circle-large" />
          <span>{say('screen.phase.first-step')}</span>
          <span>{say('screen.phase.not-yet')}</span>
        </li>
      )}
    </ol>
  );
}

function Waiting({ since }: { since: number }) {
  const say = useSay();
  const seconds = (Date.now() - since) / 1000;
  return (
    <>
      <span>{say('screen.job.waiting')}</span>
      <span class="muted num">{seconds >= 1 && sayWholeSeconds(seconds, say)}</span>
    </>
  );
}

function PhaseItem(props: PhasesProps & { phase: PhaseProgress }) {
  const { phase, running } = props;
  const say = useSay();
  const lasts = phase.end === null && running;
  const { done, total } = counts(props);
  return (
    <li>
      <PhaseIcon {...props} />
      <span>{phaseName(phase, isFinished(phase, props.progress), say)}</span>
      <span class="muted num">{phaseBeside(props, say)}</span>
      {lasts && done !== null && total !== null && total > 0 && (
        <span class="phase-bar" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * done) / total)}%` }} />
        </span>
      )}
    </li>
  );
}

function PhaseIcon({ phase, progress, running }: PhasesProps & { phase: PhaseProgress }) {
  if (isFinished(phase, progress)) return <Icon name="check" tone="ok" />;
  if (running) return <Icon name="sync" />;
  if (progress.outcome === 'failed') return <Icon name="error" tone="bad" />;
  return <Icon name={progress.outcome === 'stopped' ? 'debug-stop' : 'circle-large'} />;
}

/** The phase in which a run failed or was stopped has an end, but was not finished. */
function isFinished(phase: PhaseProgress, progress: RunProgress): boolean {
  if (phase.end === null) return false;
  return phase !== progress.phases.at(-1) || progress.outcome === 'completed';
}

function phaseName(phase: PhaseProgress, finished: boolean, say: Say): string {
  const known = runPhases.find((name): name is RunPhase => name === phase.name);
  if (known === undefined) return phase.name;
  return finished ? say(`screen.phase.${known}.done`) : say(`screen.phase.${known}`);
}

/** The time of a finished phase; else how far it is, or how long it has lasted. */
function phaseBeside(props: PhasesProps & { phase: PhaseProgress }, say: Say): string {
  const { phase, running } = props;
  if (phase.end !== null) return sayDuration((phase.end - phase.start) / 1000, say);
  const { done, total } = counts(props);
  if (done !== null && total !== null) return `${formatNumber(done)}/${formatNumber(total)}`;
  const seconds = (Date.now() - phase.start) / 1000;
  return running && seconds >= 1 ? sayWholeSeconds(seconds, say) : '';
}

/** Training is counted by its logged steps: the runner names the phase once. */
function counts({ phase, progress, maxSteps }: PhasesProps & { phase: PhaseProgress }) {
  if (phase.name !== 'training') return { done: phase.done, total: phase.total };
  return { done: progress.lastStep ?? phase.done, total: phase.total ?? maxSteps };
}

/** Draws again each second while something runs, so that its time is seen to pass. */
function useSecondHand(running: boolean): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
}
