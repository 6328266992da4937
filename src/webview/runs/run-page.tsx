import { useState } from 'preact/hooks';
import type { RunView } from '../../core/protocol/run-contract.ts';
import type { RunProgress } from '../../core/run/run-progress.ts';
import { LinkButton } from '../kit/button.tsx';
import { Fold } from '../kit/fold.tsx';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';
import { LogText } from './log-text.tsx';
import { LossSection } from './loss-section.tsx';
import { MetricsStrip } from './metrics-strip.tsx';
import { PhaseLine, PhaseList } from './phases.tsx';
import { RunFolds } from './run-folds.tsx';
import { RunHead } from './run-head.tsx';
import type { RunHost } from './run-host.ts';
import { runNotices, type RunNotice } from './run-notices.ts';
import { StepRows } from './step-rows.tsx';
import { toggleFold, type FoldName, type ViewChoices } from './view-choices.ts';

export interface RunPageProps {
  readonly view: RunView;
  readonly progress: RunProgress;
  readonly version: number;
  readonly choices: ViewChoices;
  readonly onChoices: (choices: ViewChoices) => void;
  readonly host: RunHost;
}

/** A run: how it stands, its curve, and what lies behind each step. */
export function RunPage(props: RunPageProps) {
  const { view, progress, host } = props;
  const notices = runNotices(progress, useSay());
  const [step, setStep] = useState<number | null>(null);
  const hasPoints = progress.logs.has('loss');
  const running = view.summary.state === 'running';
  const waitingSince = view.job?.waiting === true ? Date.parse(view.summary.createdAt) : null;
  const phases = { progress, running, maxSteps: view.summary.maxSteps, waitingSince };
  const chooseStep = (step: number): void => {
    setStep(step);
    if (!props.choices.open.includes('rows')) props.onChoices(toggleFold(props.choices, 'rows'));
  };
  return (
    <main class="panel run" aria-describedby="run-state">
      <RunHead
        view={view}
        progress={progress}
        onStop={host.stop}
        onCompare={host.compare}
        onFetch={host.fetchResult}
        onOpenJob={host.openJob}
      />
      {hasPoints ? <PhaseLine {...phases} /> : <PhaseList {...phases} />}
      {hasPoints && <MetricsStrip progress={progress} version={props.version} />}
      <div class={notices.length > 0 ? 'run-main with-notices' : 'run-main'}>
        {hasPoints ? (
          <LossSection {...props} name={view.summary.name} step={step} onChooseStep={chooseStep} />
        ) : (
          <NoPoints running={running} />
        )}
        {notices.length > 0 && <Notices notices={notices} />}
      </div>
      <RunBelow {...props} step={step} hasPoints={hasPoints} />
      <RunFolds {...props} />
    </main>
  );
}

function NoPoints({ running }: { running: boolean }) {
  const say = useSay();
  return (
    <p class="no-points muted">{say(running ? 'screen.chart.not-started' : 'screen.chart.no-points')}</p>
  );
}

function Notices({ notices }: { notices: readonly RunNotice[] }) {
  const say = useSay();
  return (
    <aside class="notices" aria-labelledby="notices-title">
      <h2 id="notices-title">{say('screen.notices.title')}</h2>
      <ol>
        {notices.map((notice, i) => (
          <li key={i}>
            {notice.kind === 'warning' ? (
              <Icon name="warning" tone="warn" />
            ) : (
              <Icon name="info" tone="info" />
            )}
            <div>
              {notice.step !== null && (
                <p class="muted small">{say('screen.notices.at-step', { step: notice.step })}</p>
              )}
              <NoticeSentence {...notice} />
            </div>
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** What is so comes first, and stands out in a warning. */
function NoticeSentence({ kind, sentence }: RunNotice) {
  if (kind === 'note') return <p>{sentence}</p>;
  const lead = /^.*?[.;](?=\s)/.exec(sentence)?.[0] ?? sentence;
  return (
    <p>
      <b>{lead}</b>
      {sentence.slice(lead.length)}
    </p>
  );
}

function RunBelow(props: RunPageProps & { step: number | null; hasPoints: boolean }) {
  const { view, choices, onChoices, host, step } = props;
  const say = useSay();
  const fold = (name: FoldName) => ({
    id: name,
    open: choices.open.includes(name),
    onToggle: () => onChoices(toggleFold(choices, name)),
  });
  return (
    <div class={props.hasPoints ? 'run-below' : 'run-below single'}>
      {props.hasPoints && (
        <Fold
          {...fold('rows')}
          title={step === null ? say('screen.rows.title') : say('screen.rows.title-of', { step })}
          beside={say('screen.rows.share-of-loss')}
        >
          <StepRows step={step} data={view.data} host={host} />
        </Fold>
      )}
      <Fold {...fold('log')} title={say('word.log')} beside="output.log">
        <LogText log={view.log} />
        {view.log !== '' && <LinkButton onClick={host.openLog}>{say('screen.log.open')}</LinkButton>}
      </Fold>
    </div>
  );
}
