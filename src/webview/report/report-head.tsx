import { reportFacts, reportSubtitle } from '../../core/dataset/report/layout/report-facts.ts';
import type { ReportView } from '../../core/dataset/report/layout/report-view.ts';
import type { ReportPanelView, TokenTotal } from '../../core/protocol/report-contract.ts';
import { formatNumber } from '../../core/text/message.ts';
import { IconButton, LinkButton, SecondaryButton } from '../kit/button.tsx';
import { useSay } from '../kit/words.ts';
import type { ReportHost } from './report-host.ts';

interface ReportHeadProps {
  readonly view: ReportPanelView;
  readonly report: ReportView | null;
  readonly host: ReportHost;
}

/** What the report is on, the few numbers that it is about, and what can be done with it. */
export function ReportHead({ view, report, host }: ReportHeadProps) {
  const say = useSay();
  const { name, progress } = view;
  return (
    <>
      <header class="head">
        <div class="grow">
          <h1>{report === null ? name : report.say('title', { file: name })}</h1>
          <p class="muted">
            {report !== null && `${reportSubtitle(report)}\u2002`}
            <LinkButton onClick={host.openFile}>{say('report-panel.open-file')}</LinkButton>
          </p>
        </div>
        {progress === null ? (
          <IconButton icon="refresh" label={say('report-panel.build')} onClick={host.build} />
        ) : (
          <SecondaryButton icon="debug-stop" onClick={host.cancel}>
            {say('report-panel.cancel')}
          </SecondaryButton>
        )}
        {report !== null && (
          <SecondaryButton icon="export" onClick={host.exportPage}>
            {say('report-panel.export')}
          </SecondaryButton>
        )}
      </header>
      {report !== null && <Facts report={report} tokens={view.tokens} />}
    </>
  );
}

function Facts({ report, tokens }: { report: ReportView; tokens: TokenTotal | null }) {
  return (
    <dl class="facts">
      {reportFacts(report).map(({ name, value, beside }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{formatNumber(value)}</b>
            {beside !== null && <span class="muted small">{beside}</span>}
          </dd>
        </div>
      ))}
      {tokens !== null && <Tokens {...tokens} />}
    </dl>
  );
}

function Tokens({ tokens, uncounted, template }: TokenTotal) {
  const say = useSay();
  return (
    <div>
      <dt>{say('report-panel.tokens')}</dt>
      <dd>
        <b>{formatNumber(tokens)}</b>
        <span class="muted small">
          {uncounted === 0
            ? say('report-panel.tokens.with', { template })
            : say('report-panel.tokens.without', { template, count: uncounted })}
        </span>
      </dd>
    </div>
  );
}
