import '../kit/theme.css';
import './preview.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  previewHostCalls,
  previewPageCalls,
  type PreviewState,
  type Stretch,
} from '../../core/protocol/preview-contract.ts';
import { connectPage, settle } from '../kit/connect-page.tsx';
import { mountPage } from '../kit/page.tsx';
import { hostPort, writePageState } from '../kit/vscode-api.ts';
import type { PreviewHost } from './preview-host.ts';
import { PreviewPage } from './preview-page.tsx';

const channel = new Channel(hostPort, previewPageCalls, previewHostCalls, { show, mark });

const host: PreviewHost = {
  step: (by) => settle(channel.call('step', { by })),
  chooseTemplate: () => settle(channel.call('chooseTemplate', undefined)),
  chooseSubject: () => settle(channel.call('chooseSubject', undefined)),
  chooseTools: () => settle(channel.call('chooseTools', undefined)),
  setSwitches: (switches) => settle(channel.call('setSwitches', switches)),
  openTemplate: (line) => settle(channel.call('openTemplate', { line })),
  openMessage: (index) => settle(channel.call('openMessage', { index })),
  origin: (at) => channel.call('origin', { at }).catch(() => null),
  reveal: (at, focus) => settle(channel.call('reveal', { at, focus })),
  copyText: () => settle(channel.call('copyText', undefined)),
};

let shown: PreviewState | null = null;
let marks: readonly Stretch[] = [];

/** The marks of one text are none of the next. */
function show(state: PreviewState): undefined {
  shown = state;
  marks = [];
  // VS Code hands it to the extension when the window is loaded again.
  writePageState(state.choices);
  draw();
}

function mark(arg: { stretches: readonly Stretch[] }): undefined {
  marks = arg.stretches;
  draw();
}

function draw(): void {
  if (shown !== null) mountPage(<PreviewPage state={shown} marks={marks} host={host} />);
}

connectPage(channel.call('ready', undefined), show);
