import { useEffect, useMemo } from 'preact/hooks';
import { reportSections } from '../../core/dataset/report/layout/report-sections.ts';
import { viewOf, type ReportView } from '../../core/dataset/report/layout/report-view.ts';
import type { ReportPanelView } from '../../core/protocol/report-contract.ts';
import { Localized, Skeleton } from '../kit/page.tsx';
import { useSay } from '../kit/words.ts';
import { writePageState } from '../kit/vscode-api.ts';
import { ReportHead } from './report-head.tsx';
import type { ReportHost } from './report-host.ts';
import { ReportNotices } from './report-notices.tsx';
import { ReportPart } from './report-part.tsx';
import { ReportProgress } from './report-progress.tsx';
import { TokenCounting } from './token-counting.tsx';

interface ReportPageProps {
  readonly view: ReportPanelView;
  readonly host: ReportHost;
}

/** The panel of a report: what is known of the file, and how far the reading is. */
export function ReportPage({ view, host }: ReportPageProps) {
  const { restore, language, report } = view;
  useEffect(() => writePageState({ restore }), [restore]);
  useEffect(() => void (document.title = view.name), [view.name]);
  const laidOut = useMemo(
    () => (report === null ? null : viewOf(report.report, report.rules, language)),
    [report, language],
  );
  return (
    <Localized language={language}>
      <main class="panel report" aria-busy={view.progress !== null}>
        <ReportHead view={view} report={laidOut} host={host} />
        {view.progress !== null && <ReportProgress progress={view.progress} name={view.name} />}
        <ReportNotices view={view} host={host} />
        {laidOut !== null && <ReportParts view={laidOut} panel={view} host={host} />}
        {laidOut === null && view.progress !== null && (
          <div class="waiting">
            <Skeleton />
          </div>
        )}
      </main>
    </Localized>
  );
}

interface ReportPartsProps {
  readonly view: ReportView;
  readonly panel: ReportPanelView;
  readonly host: ReportHost;
}

function ReportParts({ view, panel, host }: ReportPartsProps) {
  const say = useSay();
  const sections = useMemo(() => reportSections(view), [view]);
  return (
    <>
      <span id="rows-keys" hidden>
        {say('report-panel.rows-keys')}
      </span>
      {sections.map((section) => (
        <ReportPart key={section.id} section={section} view={view} host={host}>
          {section.id === 'training' && <TokenCounting view={panel} host={host} />}
        </ReportPart>
      ))}
    </>
  );
}
