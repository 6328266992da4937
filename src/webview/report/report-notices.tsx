import type { ReportPanelView } from '../../core/protocol/report-contract.ts';
import { SecondaryButton } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { useSay } from '../kit/words.ts';
import type { ReportHost } from './report-host.ts';

/** Why there is no report, and why the one on show is of an earlier state; with the way to a new one. */
export function ReportNotices({ view, host }: { view: ReportPanelView; host: ReportHost }) {
  const say = useSay();
  const { fault, stale, progress } = view;
  if (progress !== null || (fault === null && stale === null)) return null;
  const again = (
    <SecondaryButton icon="refresh" onClick={host.build}>
      {say('report-panel.build')}
    </SecondaryButton>
  );
  return (
    <div class="report-notices">
      {fault !== null && (
        <Notice icon="error" tone="bad" sentence={fault}>
          {again}
        </Notice>
      )}
      {fault === null && stale !== null && (
        <Notice icon="warning" tone="warn" sentence={say(`report-panel.stale.${stale}`)}>
          {stale === 'gone' ? undefined : again}
        </Notice>
      )}
    </div>
  );
}
