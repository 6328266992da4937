import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PreviewState, Stretch } from '../../core/protocol/preview-contract.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { LinkButton, SecondaryButton } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Localized } from '../kit/page.tsx';
import { useSay } from '../kit/words.ts';
import type { PreviewHost } from './preview-host.ts';
import { PreviewNotes } from './preview-notes.tsx';
import { PreviewToolbar } from './preview-toolbar.tsx';
import { RenderedText } from './rendered-text.tsx';

/** One row as the chat template renders it: what the model sees, and what of it is trained. */
export function PreviewPage(props: { state: PreviewState; marks: readonly Stretch[]; host: PreviewHost }) {
  const { state, host } = props;
  useRowKeys(host);
  const [found, setFound] = useState<readonly Stretch[]>([]);
  useEffect(() => setFound([]), [state, props.marks]);
  const marks = useMemo(() => [...found, ...props.marks], [found, props.marks]);
  const showCharacter = (at: number): void => setFound([{ start: at, end: at + 1 }]);
  return (
    <Localized language={state.language}>
      <main class="panel preview">
        <PreviewToolbar state={state} host={host} />
        <div class={state.notes.length > 0 ? 'preview-columns with-rail' : 'preview-columns'}>
          <div class="preview-left">
            <PreviewContent state={state} marks={marks} host={host} />
            <PreviewFoot state={state} />
          </div>
          {state.notes.length > 0 && (
            <aside class="preview-rail">
              <PreviewNotes notes={state.notes} onShow={showCharacter} />
            </aside>
          )}
        </div>
      </main>
    </Localized>
  );
}

function PreviewFoot(props: { state: PreviewState }) {
  const { verdict, unlikeTraining } = props.state;
  if (verdict === null && unlikeTraining === null) return null;
  return (
    <footer class="preview-foot">
      {verdict !== null && <span class="num">{verdict}</span>}
      {unlikeTraining !== null && <span class="unlike-training">{unlikeTraining}</span>}
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
