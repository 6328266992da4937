import { useEffect } from 'preact/hooks';
import type { PreviewState } from '../../core/protocol/preview-contract.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { LinkButton, SecondaryButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Notice } from '../kit/notice.tsx';
import { Localized } from '../kit/page.tsx';
import { useSay } from '../kit/words.ts';
import { PreviewToolbar } from './preview-toolbar.tsx';
import { RenderedText } from './rendered-text.tsx';

/** What the page asks the extension to do. */
export interface PreviewHost {
  readonly step: (by: -1 | 1) => void;
  readonly chooseTemplate: () => void;
  readonly openTemplate: (line: number) => void;
  readonly copyText: () => void;
}

/** One row as the chat template renders it: what the model sees, and what of it is trained. */
export function PreviewPage(props: { state: PreviewState; host: PreviewHost }) {
  const { state, host } = props;
  useRowKeys(host);
  return (
    <Localized language={state.language}>
      <main class="panel preview">
        <PreviewToolbar state={state} host={host} />
        <div class={state.notes.length > 0 ? 'preview-columns with-notes' : 'preview-columns'}>
          <div class="preview-left">
            <PreviewContent state={state} host={host} />
            {state.verdict !== null && <footer class="preview-foot num">{state.verdict}</footer>}
          </div>
          {state.notes.length > 0 && <Notes notes={state.notes} />}
        </div>
      </main>
    </Localized>
  );
}

function PreviewContent(props: { state: PreviewState; host: PreviewHost }) {
  const { state, host } = props;
  const say = useSay();
  const body = state.body;
  switch (body.kind) {
    case 'rendered':
      return (
        <RenderedText
          key={`${state.file} ${state.row}`}
          segments={body.segments}
          answersOnly={state.answersOnly}
        />
      );
    case 'refused': {
      const line = body.templateLine;
      return (
        <div class="preview-state grow">
          <Notice icon="error" tone="bad" sentence={body.sentence}>
            {line !== null && (
              <LinkButton onClick={() => host.openTemplate(line)}>
                {say('preview-screen.show-line', { line })}
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

function Notes(props: { notes: readonly string[] }) {
  const say = useSay();
  return (
    <aside class="preview-notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{say('preview-screen.worth-a-look')}</h2>
      <ul>
        {props.notes.map((note) => (
          <li key={note}>
            <Icon name="warning" tone="warn" />
            <span>{note}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
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
