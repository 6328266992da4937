import { useEffect, useState } from 'preact/hooks';
import type { RunView } from '../../core/protocol/run-contract.ts';
import { secondsLeft, type RunProgress } from '../../core/run/run-progress.ts';
import type { RunState } from '../../core/run/run-summary.ts';
import { SecondaryButton } from '../kit/button.tsx';
import { sayWholeSeconds } from '../kit/duration.ts';
import { Icon, type IconName, type Tone } from '../kit/icon.tsx';
import { JobLine } from './job-line.tsx';
import { useSay, type Say } from '../kit/words.ts';

interface RunHeadProps {
  readonly view: RunView;
  readonly progress: RunProgress;
  readonly onStop: () => void;
  readonly onCompare: () => void;
  readonly onFetch: () => void;
  readonly onOpenJob: () => void;
}

const stateIcons: Readonly<Record<Exclude<RunState, 'running'>, readonly [IconName, Tone]>> = {
  completed: ['pass', 'ok'],
  failed: ['error', 'bad'],
  stopped: ['debug-stop', 'plain'],
  lost: ['question', 'warn'],
};

/** Name and state of the run in one sentence, how far it is, and the way to stop it. */
export function RunHead({ view, progress, onStop, onCompare, onFetch, onOpenJob }: RunHeadProps) {
  const say = useSay();
  const { summary } = view;
  const running = summary.state === 'running';
  return (
    <>
      <header class="head">
        <div class="grow">
          <h1>{summary.name}</h1>
          <p id="run-state" class={running ? 'muted' : 'outcome'} aria-live={running ? 'off' : 'polite'}>
            {summary.state === 'running' ? (
              <span class="live" aria-hidden="true" />
            ) : (
              <Icon name={stateIcons[summary.state][0]} tone={stateIcons[summary.state][1]} />
            )}
            <span>{stateSentence(view, progress, say)}</span>
          </p>
          {view.job !== null && <JobLine job={view.job} running={running} onOpen={onOpenJob} />}
        </div>
        {running && <StopButton onStop={onStop} />}
        {isOnHub(view, progress) && (
          <SecondaryButton icon="cloud-download" onClick={onFetch}>
            {say('screen.job.fetch')}
          </SecondaryButton>
        )}
        {isHere(view, progress) && (
          <SecondaryButton icon="git-compare" onClick={onCompare}>
            {say('compare-panel.open')}
          </SecondaryButton>
        )}
      </header>
      <StepBar view={view} progress={progress} />
    </>
  );
}

/** Whether the result of an ended job waits on the Hub. */
function isOnHub(view: RunView, progress: RunProgress): boolean {
  return view.job?.fetched === false && hasModel(view, progress);
}

/** Whether the result of an ended run is on this computer. */
function isHere(view: RunView, progress: RunProgress): boolean {
  return view.job?.fetched !== false && hasModel(view, progress);
}

/** Whether an ended run has left something that can be compared. */
function hasModel({ summary }: RunView, { checkpoints }: RunProgress): boolean {
  return summary.state === 'completed' || (summary.state !== 'running' && checkpoints.length > 0);
}

function StopButton({ onStop }: { onStop: () => void }) {
  const say = useSay();
  const [pressed, setPressed] = useState(false);
  // A stop that was refused must not take the button away for good.
  useEffect(() => {
    if (!pressed) return;
    const timer = setTimeout(() => setPressed(false), 30_000);
    return () => clearTimeout(timer);
  }, [pressed]);
  const stop = (): void => {
    setPressed(true);
    onStop();
  };
  return (
    <SecondaryButton icon="debug-stop" disabled={pressed} onClick={stop}>
      {pressed ? say('screen.run.stopping') : say('word.stop')}
    </SecondaryButton>
  );
}

function StepBar({ view, progress }: Pick<RunHeadProps, 'view' | 'progress'>) {
  const say = useSay();
  const total = view.summary.maxSteps;
  const step = stepOf(view, progress) ?? 0;
  if (total === null || total === 0) return <div class="progress" />;
  return (
    <div
      class="progress"
      role="progressbar"
      aria-valuenow={step}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-label={say('screen.run.steps')}
    >
      <i style={{ width: `${Math.min(100, (100 * step) / total)}%` }} />
    </div>
  );
}

/** `Running · step 7 of 12 · 20 s left · this computer`, or the outcome that the host has put into words. */
function stateSentence(view: RunView, progress: RunProgress, say: Say): string {
  const { summary, outcome } = view;
  if (outcome !== null) return outcome;
  const step = stepOf(view, progress);
  const total = summary.maxSteps;
  // What is left is counted from what was heard last, which says nothing while nothing is heard.
  const heard = summary.state === 'running' && (view.job?.contact ?? null) === null;
  const left = heard ? secondsLeft(progress, total) : null;
  return [
    // What the run says comes before what the Hub says about its job.
    view.job?.waiting === true && progress.phases.length === 0
      ? say('screen.job.waiting')
      : say(`screen.run.${summary.state}`),
    step === null ? null : stepWords(step, total, say),
    left === null || left === 0
      ? null
      : say('screen.run.left', { time: sayWholeSeconds(Math.max(1, left), say) }),
    view.job === null ? say('screen.run.local') : say('screen.job.flavor', { flavor: view.job.flavor }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function stepWords(step: number, total: number | null, say: Say): string {
  return total === null ? say('screen.run.step-only', { step }) : say('screen.run.step-of', { step, total });
}

function stepOf(view: RunView, progress: RunProgress): number | null {
  return progress.lastStep ?? view.summary.step;
}
