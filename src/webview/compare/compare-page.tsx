import { useEffect } from 'preact/hooks';
import type { ComparePanelView } from '../../core/protocol/compare-contract.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { Notice } from '../kit/notice.tsx';
import { Localized } from '../kit/page.tsx';
import { writePageState } from '../kit/vscode-api.ts';
import type { CompareHost } from './compare-host.ts';
import { ComparisonPage } from './comparison-page.tsx';

interface ComparePageProps {
  readonly view: ComparePanelView;
  readonly host: CompareHost;
}

/** The panel of a comparison, or the sentence that says why there is none. */
export function ComparePage(props: ComparePageProps) {
  return (
    <Localized language={props.view.language}>
      <CompareContent {...props} />
    </Localized>
  );
}

function CompareContent({ view, host }: ComparePageProps) {
  const restore = view.kind === 'failed' ? null : view.restore;
  useEffect(() => {
    if (restore !== null) writePageState({ restore });
  }, [restore]);
  switch (view.kind) {
    case 'comparison':
      return <ComparisonPage key={view.restore} view={view} host={host} />;
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
