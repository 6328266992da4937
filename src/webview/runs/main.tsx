import 'uplot/dist/uPlot.min.css';
import '../kit/theme.css';
import './plan.css';
import './run.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  runHostCalls,
  runPageCalls,
  type RunPanelView,
  type RunUpdate,
} from '../../core/protocol/run-contract.ts';
import { mountPage, WaitingPage } from '../kit/page.tsx';
import { hostPort } from '../kit/vscode-api.ts';
import type { RunHost } from './run-host.ts';
import { RunStore } from './run-store.ts';
import { RunsPage } from './runs-page.tsx';

const store = new RunStore(drawSoon);
const channel = new Channel(hostPort, runPageCalls, runHostCalls, { show, append });

const host: RunHost = {
  refresh: () => settle(channel.call('refresh', undefined)),
  start: () => settle(channel.call('start', undefined)),
  act: (action) => settle(channel.call('act', { action })),
  copyCommand: () => settle(channel.call('copyCommand', undefined)),
  stop: () => settle(channel.call('stop', undefined)),
  fetchResult: () => settle(channel.call('fetchResult', undefined)),
  openJob: () => settle(channel.call('openJob', undefined)),
  compare: () => settle(channel.call('compare', undefined)),
  rowsOfStep: (step) => channel.call('rowsOfStep', { step }),
  openRow: (dataset, row) => settle(channel.call('openRow', { dataset, row })),
  openLog: () => settle(channel.call('openLog', undefined)),
  openRecipe: () => settle(channel.call('openRecipe', undefined)),
};

function show(view: RunPanelView): undefined {
  store.show(view);
}

function append(update: RunUpdate): undefined {
  store.append(update);
}

let frame = 0;

/** However fast updates come, the page is drawn once a frame. */
function drawSoon(): void {
  if (frame === 0) frame = requestAnimationFrame(draw);
}

function draw(): void {
  frame = 0;
  const { state } = store;
  if (state.view !== null) mountPage(<RunsPage view={state.view} state={state} host={host} />);
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
