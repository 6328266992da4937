import type { PreviewState } from '../../core/protocol/preview-contract.ts';
import { changedSwitches } from '../../core/template/preview-switches.ts';
import { IconButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';
import type { PreviewHost } from './preview-host.ts';

/** Which row, which template, and the way to the others. */
export function PreviewToolbar(props: { state: PreviewState; host: PreviewHost }) {
  const { state, host } = props;
  const say = useSay();
  const { row, rows } = state;
  const isRendered = state.body.kind === 'rendered';
  const subject =
    state.fixture !== null
      ? say('preview-screen.fixture')
      : state.file === ''
        ? say('preview-screen.choose-subject')
        : row === null
          ? say('preview-screen.rows', { rows })
          : say('preview-screen.row-of', { row, rows });
  return (
    <div class="preview-top" role="toolbar" aria-label={say('word.preview')}>
      <span class="preview-arrows">
        <IconButton
          icon="chevron-up"
          label={say('preview-screen.previous-row')}
          disabled={state.fixture !== null || row === null || row <= 1}
          onClick={() => host.step(-1)}
        />
        <IconButton
          icon="chevron-down"
          label={say('preview-screen.next-row')}
          disabled={state.fixture !== null || rows === 0 || (row !== null && row >= rows)}
          onClick={() => host.step(1)}
        />
      </span>
      <button
        type="button"
        class="select preview-place"
        title={say('preview-screen.choose-subject')}
        onClick={host.chooseSubject}
      >
        <span class="ellipsis" aria-live="polite">
          <b class="num">{subject}</b> <span class="muted">{state.fixture ?? state.file}</span>
        </span>
        <Icon name="chevron-down" />
      </button>
      <button
        type="button"
        class="select"
        title={say('preview-screen.choose-template')}
        onClick={host.chooseTemplate}
      >
        <span class="muted">{say('preview-screen.template')}</span>
        <span class="ellipsis">{state.templateName ?? say('preview-screen.no-template')}</span>
        <Icon name="chevron-down" />
      </button>
      <span class="grow" />
      <span class="muted small preview-follows">{say('preview-screen.follows')}</span>
      <SwitchesButton state={state} host={host} />
      <IconButton
        icon="git-compare"
        label={say('preview-screen.compare')}
        disabled={!isRendered}
        onClick={host.compareTemplate}
      />
      <IconButton
        icon="copy"
        label={say('preview-screen.copy')}
        disabled={!isRendered}
        onClick={host.copyText}
      />
      <IconButton
        icon="python"
        label={say('preview-screen.copy-python')}
        disabled={!isRendered}
        onClick={host.copyPython}
      />
    </div>
  );
}

/** Shows and hides the switches; says how many stand otherwise than in training. */
function SwitchesButton(props: { state: PreviewState; host: PreviewHost }) {
  const { state, host } = props;
  const say = useSay();
  const { switches, switchesOpen: open } = state.choices;
  const changed = changedSwitches(switches).length;
  return (
    <button
      type="button"
      class="select switches-button"
      aria-expanded={open}
      aria-controls="switches"
      disabled={state.body.kind === 'none'}
      onClick={() => host.openSwitches(!open)}
    >
      <Icon name="settings" />
      {say('preview-screen.switches')}
      {changed > 0 && <span class="badge num">{changed}</span>}
    </button>
  );
}
