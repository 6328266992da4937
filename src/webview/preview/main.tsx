import '../kit/theme.css';
import './preview.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  previewHostCalls,
  previewPageCalls,
  type PreviewState,
} from '../../core/protocol/preview-contract.ts';
import { mountPage, WaitingPage } from '../kit/page.tsx';
import { hostPort } from '../kit/vscode-api.ts';
import { PreviewPage, type PreviewHost } from './preview-page.tsx';

const channel = new Channel(hostPort, previewPageCalls, previewHostCalls, { show });

const host: PreviewHost = {
  step: (by) => settle(channel.call('step', { by })),
  chooseTemplate: () => settle(channel.call('chooseTemplate', undefined)),
  openTemplate: (line) => settle(channel.call('openTemplate', { line })),
  copyText: () => settle(channel.call('copyText', undefined)),
};

function show(state: PreviewState): undefined {
  mountPage(<PreviewPage state={state} host={host} />);
}

/** The extension tells its user what went wrong; here it is left for whoever looks into the page's console. */
function settle(call: Promise<unknown>): void {
  call.catch((error: unknown) => console.error(error));
}

mountPage(<WaitingPage failed={false} />);
channel.call('ready', undefined).then(show, (error: unknown) => {
  console.error(error);
  mountPage(<WaitingPage failed />);
});
