import type { PlanView } from '../../core/protocol/run-contract.ts';
import type { PlanSeverity } from '../../core/recipe/plan.ts';
import { BreakablePath } from '../kit/breakable-path.tsx';
import { IconButton, LinkButton, PrimaryButton } from '../kit/button.tsx';
import { Icon, type IconName, type Tone } from '../kit/icon.tsx';
import { useSay, type WordId } from '../kit/words.ts';
import { Leaves } from './leaves.tsx';
import { groupPlanLines, leadOf, type SpokenLine } from './plan-lines.ts';
import type { RunHost } from './run-host.ts';

/** What a recipe would do here, what stands in its way, and the button that starts it. */
export function PlanPage({ view, host }: { view: PlanView; host: RunHost }) {
  const say = useSay();
  const { plan } = view;
  const { before, willDo } = groupPlanLines(plan.lines);
  return (
    <main class="panel plan">
      <PlanHead view={view} host={host} />
      {view.busy !== null && <Busy text={view.busy} />}
      <div class="plan-scroll">
        <table class="plan-table">
          <thead>
            <tr>
              <th scope="col" class="plan-what">
                {say('screen.plan.what')}
              </th>
              <th scope="col">{say('screen.plan.value')}</th>
              <th scope="col">{say('screen.plan.how')}</th>
              <th scope="col">{say('screen.plan.todo')}</th>
            </tr>
          </thead>
          <PlanGroup title={say('screen.plan.before')} lines={before} host={host} />
          <PlanGroup title={say('screen.plan.will-do')} lines={willDo} host={host} />
        </table>
        <div class="plan-two">
          <SameAs view={view} onCopy={host.copyCommand} />
          {plan.leaves.length > 0 && <Leaves leaves={plan.leaves} />}
        </div>
      </div>
    </main>
  );
}

function PlanHead({ view, host }: { view: PlanView; host: RunHost }) {
  const say = useSay();
  const blocked = !view.plan.ok;
  return (
    <header class="head plan-head">
      <div class="grow">
        <h1>{say('screen.plan.title', { name: view.name })}</h1>
        <p class="muted">{view.subtitle}</p>
        {blocked && (
          <p class="plan-blocked" id="plan-blocked">
            {say('screen.plan.blocked')}
          </p>
        )}
      </div>
      <IconButton icon="refresh" label={say('screen.plan.refresh')} onClick={host.refresh} />
      <PrimaryButton
        disabled={blocked || view.starting || view.busy !== null}
        describedBy={blocked ? 'plan-blocked' : undefined}
        onClick={host.start}
      >
        {view.starting ? say('screen.plan.starting') : view.startLabel}
      </PrimaryButton>
    </header>
  );
}

/** What an install says at the moment; how long it will take is not known. */
function Busy({ text }: { text: string }) {
  return (
    <div class="plan-busy" role="status">
      <Icon name="sync" />
      <span class="ellipsis">{text}</span>
    </div>
  );
}

const severityMarks: Readonly<
  Record<Exclude<PlanSeverity, 'ok'>, { icon: IconName; tone: Tone; word: WordId }>
> = {
  info: { icon: 'info', tone: 'info', word: 'screen.plan.info' },
  warning: { icon: 'warning', tone: 'warn', word: 'screen.plan.warning' },
  error: { icon: 'error', tone: 'bad', word: 'screen.plan.error' },
};

function PlanGroup(props: { title: string; lines: readonly SpokenLine[]; host: RunHost }) {
  if (props.lines.length === 0) return null;
  return (
    <tbody>
      <tr class="plan-group">
        <th scope="rowgroup" colSpan={4}>
          {props.title}
        </th>
      </tr>
      {props.lines.map((line, i) => (
        <PlanRow key={`${line.id} ${i}`} line={line} host={props.host} />
      ))}
    </tbody>
  );
}

function PlanRow({ line, host }: { line: SpokenLine; host: RunHost }) {
  const { lead, rest } = leadOf(line);
  return (
    <tr>
      <td class="plan-what">
        <SeverityMark severity={line.severity} />
        <span>{line.what}</span>
      </td>
      <td class="plan-value">
        {lead !== '' && <b>{lead}</b>}
        <BreakablePath text={rest} />
      </td>
      <td class="muted">{line.how !== null && <BreakablePath text={line.how} />}</td>
      <td>
        <Todo line={line} host={host} />
      </td>
    </tr>
  );
}

function SeverityMark({ severity }: { severity: PlanSeverity }) {
  const say = useSay();
  if (severity === 'ok') return <span class="no-mark" />;
  const mark = severityMarks[severity];
  return (
    <>
      <Icon name={mark.icon} tone={mark.tone} />
      <span class="visually-hidden">{say(mark.word)}</span>
    </>
  );
}

const actionWords = {
  'set-up-python': 'screen.plan.act.set-up-python',
  'install-packages': 'screen.plan.act.set-up-python',
  'set-up-model': 'screen.plan.act.set-up-model',
  'select-interpreter': 'screen.plan.act.select-interpreter',
  'open-recipe': 'screen.plan.act.open-recipe',
  'sign-in': 'screen.plan.act.sign-in',
  'choose-hardware': 'screen.plan.act.choose-hardware',
} as const;

/** What the product can do comes first, as a link; what the user can do by hand stands below it. */
function Todo({ line, host }: { line: SpokenLine; host: RunHost }) {
  const say = useSay();
  const { todo, action } = line;
  const byHand = todo === null ? null : <span class="muted">{todo}</span>;
  if (action === null) return byHand;
  return (
    <>
      <LinkButton onClick={() => host.act(action)}>{say(actionWords[action])}</LinkButton>
      {byHand !== null && <div class="small">{byHand}</div>}
    </>
  );
}

function SameAs({ view, onCopy }: { view: PlanView; onCopy: () => void }) {
  const say = useSay();
  return (
    <section aria-labelledby="same-as">
      <h2 id="same-as">{say('screen.plan.same-as')}</h2>
      <div class="command">
        <code class="grow">{view.plainCommand}</code>
        <IconButton icon="copy" label={say('screen.copy')} onClick={onCopy} />
      </div>
      {view.launcher === 'local' && <p class="muted small">{say('screen.plan.same-losses')}</p>}
    </section>
  );
}
