import { useEffect, useState } from 'preact/hooks';
import type { EngineState, PreviewState, Stretch } from '../../core/protocol/preview-contract.ts';
import type { MatrixColumn } from '../../core/template/preview-matrix.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { LinkButton, SecondaryButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Notice } from '../kit/notice.tsx';
import { Localized } from '../kit/page.tsx';
import { useSay } from '../kit/words.ts';
import { EngineVerdicts } from './engine-verdicts.tsx';
import { MatrixSection } from './matrix-section.tsx';
import type { PreviewHost } from './preview-host.ts';
import { PreviewNotes } from './preview-notes.tsx';
import { PreviewToolbar } from './preview-toolbar.tsx';
import { RenderedText } from './rendered-text.tsx';
import { SwitchesSection } from './switches-section.tsx';

/** What the page shows: the state of the extension, and what it told since. */
export interface PreviewView {
  readonly state: PreviewState;
  readonly marks: readonly Stretch[];
  readonly engines: readonly EngineState[];
  readonly matrix: readonly MatrixColumn[];
}

/** One row as the chat template renders it: what the model sees, and what of it is trained. */
export function PreviewPage(props: { view: PreviewView; host: PreviewHost }) {
  const { view, host } = props;
  const { state } = view;
  useRowKeys(host);
  const [found, setFound] = useState<readonly Stretch[]>([]);
  useEffect(() => setFound([]), [state.body, view.marks]);
  const title = formatMessage({ id: 'word.preview' }, state.language);
  useEffect(() => void (document.title = title), [title]);
  const marks = found.length > 0 ? found : view.marks;
  const showCharacter = (at: number): void => setFound([{ start: at, end: at + 1 }]);
  const hasSwitches = state.choices.switchesOpen && state.body.kind !== 'none';
  const hasRail = state.notes.length > 0 || hasSwitches;
  return (
    <Localized language={state.language}>
      <main class="panel preview">
        <PreviewToolbar state={state} host={host} />
        <div class={hasRail ? 'preview-columns with-rail' : 'preview-columns'}>
          <div class="preview-left">
            <PreviewContent state={state} marks={marks} host={host} />
            <PreviewFoot view={view} host={host} onShow={showCharacter} />
          </div>
          {hasRail && (
            <aside class="preview-rail">
              {state.notes.length > 0 && <PreviewNotes notes={state.notes} onShow={showCharacter} />}
              {hasSwitches && <SwitchesSection state={state} host={host} />}
            </aside>
          )}
        </div>
        {state.body.kind !== 'none' && <MatrixSection state={state} matrix={view.matrix} host={host} />}
      </main>
    </Localized>
  );
}

function PreviewFoot(props: { view: PreviewView; host: PreviewHost; onShow: (at: number) => void }) {
  const { view, host, onShow } = props;
  const { verdict, unlikeTraining, language } = view.state;
  if (verdict === null && unlikeTraining === null && view.engines.length === 0) return null;
  return (
    <footer class="preview-foot">
      {verdict !== null && <span class="num">{verdict}</span>}
      {unlikeTraining !== null && (
        <span class="unlike-training">
          <Icon name="warning" tone="warn" /> {unlikeTraining}
        </span>
      )}
      <EngineVerdicts engines={view.engines} language={language} host={host} onShow={onShow} />
    </footer>
  );
}

function PreviewContent(props: { state: PreviewState; marks: readonly Stretch[]; host: PreviewHost }) {
  const { state, marks, host } = props;
  const say = useSay();
  const body = state.body;
  switch (body.kind) {
    case 'rendered':
      return (
        <RenderedText
          key={`${state.file} ${state.row} ${state.fixture}`}
          body={body}
          marks={marks}
          host={host}
        />
      );
    case 'refused': {
      const { templateLine: line, message } = body;
      return (
        <div class="preview-state grow">
          <Notice icon="error" tone="bad" sentence={body.sentence}>
            {line !== null && (
              <LinkButton onClick={() => host.openTemplate(line)}>
                {say('preview-screen.show-line', { line })}
              </LinkButton>
            )}
            {message !== null && (
              <LinkButton onClick={() => host.openMessage(message)}>
                {say('preview-screen.show-message', { number: message + 1 })}
              </LinkButton>
            )}
          </Notice>
        </div>
      );
    }
    case 'none':
      return (
        <div class="preview-state grow">
          <Notice icon="info" tone="info" sentence={body.sentence}>
            {body.choose && (
              <SecondaryButton onClick={host.chooseTemplate}>
                {say('preview-screen.choose-template')}
              </SecondaryButton>
            )}
          </Notice>
        </div>
      );
    default:
      return unreachable(body);
  }
}

/** Alt+Up and Alt+Down lead to the other rows from wherever the focus is. */
function useRowKeys(host: PreviewHost): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      host.step(event.key === 'ArrowUp' ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [host]);
}
