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
import { mountPage, WaitingPage } from '../kit/page.tsx';
import { hostPort } from '../kit/vscode-api.ts';
import type { CompareHost } from './compare-host.ts';
import { ComparePage } from './compare-page.tsx';
import { CompareStore } from './compare-store.ts';

const store = new CompareStore(drawSoon);
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

let frame = 0;

/** However fast words come, the page is drawn once a frame. */
function drawSoon(): void {
  if (frame === 0) frame = requestAnimationFrame(draw);
}

function draw(): void {
  frame = 0;
  if (store.view !== null) mountPage(<ComparePage view={store.view} host={host} />);
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
