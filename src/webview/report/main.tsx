import '../kit/theme.css';
import './report.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  reportHostCalls,
  reportPageCalls,
  type ReportPanelView,
  type ReportUpdate,
} from '../../core/protocol/report-contract.ts';
import { connectPage, onceAFrame, settle } from '../kit/connect-page.tsx';
import { mountPage } from '../kit/page.tsx';
import { hostPort } from '../kit/vscode-api.ts';
import type { ReportHost } from './report-host.ts';
import { ReportPage } from './report-page.tsx';

let shown: ReportPanelView | null = null;
const draw = onceAFrame(() => {
  if (shown !== null) mountPage(<ReportPage view={shown} host={host} />);
});
const channel = new Channel(hostPort, reportPageCalls, reportHostCalls, { show, update });

const host: ReportHost = {
  build: () => settle(channel.call('build', undefined)),
  cancel: () => settle(channel.call('cancel', undefined)),
  cancelCounting: () => settle(channel.call('cancelCounting', undefined)),
  chooseRecipe: () => settle(channel.call('chooseRecipe', undefined)),
  openRow: (row, focus) => settle(channel.call('openRow', { row, focus })),
  openFile: () => settle(channel.call('openFile', undefined)),
  exportPage: () => settle(channel.call('exportPage', undefined)),
};

function show(view: ReportPanelView): undefined {
  shown = view;
  draw();
}

/** An update belongs to the view that is shown; before there is one it is let go, since the next brings all. */
function update(change: ReportUpdate): undefined {
  if (shown !== null) show({ ...shown, ...change });
}

connectPage(channel.call('ready', undefined), show);
