import '../kit/theme.css';
import './preview.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  previewHostCalls,
  previewPageCalls,
  type PreviewState,
} from '../../core/protocol/preview-contract.ts';
import { connectPage, settle } from '../kit/connect-page.tsx';
import { mountPage } from '../kit/page.tsx';
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

connectPage(channel.call('ready', undefined), show);
