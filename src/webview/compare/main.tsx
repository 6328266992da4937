import '../kit/theme.css';
import './compare.css';
import './reference-strip.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  compareHostCalls,
  comparePageCalls,
  type ComparePanelView,
  type ComparisonUpdate,
} from '../../core/protocol/compare-contract.ts';
import { connectPage, onceAFrame, settle } from '../kit/connect-page.tsx';
import { mountPage } from '../kit/page.tsx';
import { hostPort } from '../kit/vscode-api.ts';
import type { CompareHost } from './compare-host.ts';
import { ComparePage } from './compare-page.tsx';
import { CompareStore } from './compare-store.ts';

const store = new CompareStore(onceAFrame(draw));
const channel = new Channel(hostPort, comparePageCalls, compareHostCalls, { show, update });

const host: CompareHost = {
  ask: (text) => channel.call('ask', { text }),
  cancel: () => settle(channel.call('cancel', undefined)),
  again: () => settle(channel.call('again', undefined)),
  openRow: (row) => settle(channel.call('openRow', { row })),
  openFile: () => settle(channel.call('openFile', undefined)),
};

function show(view: ComparePanelView): undefined {
  store.show(view);
}

function update(change: ComparisonUpdate): undefined {
  store.update(change);
}

function draw(): void {
  if (store.view !== null) mountPage(<ComparePage view={store.view} host={host} />);
}

connectPage(channel.call('ready', undefined), show);
