import type { EngineState } from '../../core/protocol/preview-contract.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { Language } from '../../core/text/message.ts';
import { LinkButton } from '../kit/button.tsx';
import { Icon, type IconName, type Tone } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';
import type { PreviewHost } from './preview-host.ts';

/** What other engines make of the same row: never "same" for one that was not asked. */
export function EngineVerdicts(props: {
  engines: readonly EngineState[];
  language: Language;
  host: PreviewHost;
  onShow: (at: number) => void;
}) {
  const say = useSay();
  if (props.engines.length === 0) return null;
  return (
    <ul class="engines" aria-label={say('preview-screen.other-engines')}>
      {props.engines.map((state) => (
        <li key={state.engine}>
          <EngineLine {...props} state={state} />
        </li>
      ))}
    </ul>
  );
}

const icons: Record<EngineState['kind'], readonly [IconName, Tone]> = {
  identical: ['pass', 'ok'],
  differs: ['diff', 'warn'],
  'not-checked': ['circle-large', 'plain'],
  'not-asked': ['circle-large', 'plain'],
  asking: ['sync', 'plain'],
};

function EngineLine(props: {
  state: EngineState;
  language: Language;
  host: PreviewHost;
  onShow: (at: number) => void;
}) {
  const { state, host } = props;
  const [icon, tone] = icons[state.kind];
  return (
    <>
      <Icon name={icon} tone={tone} />
      <span>
        {nameOf(state)} <EngineWords {...props} />
      </span>
      {(state.kind === 'not-asked' || (state.kind === 'not-checked' && state.engine === 'transformers')) && (
        <AskButton engine={state.engine} host={host} />
      )}
    </>
  );
}

function nameOf(state: EngineState): string {
  return 'version' in state ? `${state.engine} ${state.version}` : state.engine;
}

function AskButton(props: { engine: EngineState['engine']; host: PreviewHost }) {
  const say = useSay();
  return (
    <LinkButton
      label={say('preview-screen.ask-engine', { engine: props.engine })}
      onClick={() => props.host.askEngine(props.engine)}
    >
      {say('preview-screen.ask')}
    </LinkButton>
  );
}

function EngineWords(props: { state: EngineState; language: Language; onShow: (at: number) => void }) {
  const { state, language } = props;
  const say = useSay();
  switch (state.kind) {
    case 'identical':
      return <span class="muted">{say('preview-screen.same')}</span>;
    case 'differs':
      return (
        <>
          <LinkButton onClick={() => props.onShow(state.at)}>
            {say('preview-screen.differs-at', { at: state.at + 1 })}
          </LinkButton>
          <br />
          <span class="muted small">{formatMessage(state.message, language)}</span>
        </>
      );
    case 'not-checked':
      return <span class="muted">{formatMessage(state.message, language)}</span>;
    case 'not-asked':
      return <span class="muted">{say('preview-screen.not-checked')}</span>;
    case 'asking':
      return <span class="muted">{say('preview-screen.asking')}</span>;
  }
}
