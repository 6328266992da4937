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
import { connectPage, onceAFrame, settle } from '../kit/connect-page.tsx';
import { mountPage } from '../kit/page.tsx';
import { hostPort } from '../kit/vscode-api.ts';
import type { RunHost } from './run-host.ts';
import { RunStore } from './run-store.ts';
import { RunsPage } from './runs-page.tsx';

const store = new RunStore(onceAFrame(draw));
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

function draw(): void {
  const { state } = store;
  if (state.view !== null) mountPage(<RunsPage view={state.view} state={state} host={host} />);
}

connectPage(channel.call('ready', undefined), show);
