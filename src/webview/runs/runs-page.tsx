import { useEffect, useState } from 'preact/hooks';
import { unreachable } from '../../core/text/unreachable.ts';
import { Notice } from '../kit/notice.tsx';
import { Localized } from '../kit/page.tsx';
import { readPageState, writePageState } from '../kit/vscode-api.ts';
import { PlanPage } from './plan-page.tsx';
import type { RunHost } from './run-host.ts';
import { RunPage } from './run-page.tsx';
import type { RunPanelState } from './run-store.ts';
import { defaultChoices, viewChoices } from './view-choices.ts';

type ShownView = NonNullable<RunPanelState['view']>;

interface RunsPageProps {
  readonly view: ShownView;
  readonly state: RunPanelState;
  readonly host: RunHost;
}

/** The panel of a recipe: its plan, then its run, or the sentence that says why there is neither. */
export function RunsPage(props: RunsPageProps) {
  return (
    <Localized language={props.view.language}>
      <RunsContent {...props} />
    </Localized>
  );
}

function RunsContent({ view, state, host }: RunsPageProps) {
  const [choices, setChoices] = useState(() => readPageState(viewChoices, defaultChoices));
  const restore = view.kind === 'failed' ? null : view.restore;
  useEffect(() => {
    if (restore !== null) writePageState({ ...choices, restore });
  }, [choices, restore]);
  switch (view.kind) {
    case 'plan':
      return <PlanPage view={view} host={host} />;
    case 'run':
      return (
        <RunPage
          key={view.summary.id}
          view={view}
          progress={state.progress}
          version={state.version}
          choices={choices}
          onChoices={setChoices}
          host={host}
        />
      );
    case 'failed':
      return (
        <main class="panel waiting">
          <Notice icon="error" tone="bad" sentence={view.sentence} />
        </main>
      );
    default:
      return unreachable(view);
  }
}
