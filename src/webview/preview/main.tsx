import '../kit/theme.css';
import './preview.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  previewHostCalls,
  previewPageCalls,
  type EngineState,
  type PreviewChoices,
  type PreviewState,
  type Stretch,
} from '../../core/protocol/preview-contract.ts';
import type { MatrixColumn } from '../../core/template/preview-matrix.ts';
import { connectPage, settle } from '../kit/connect-page.tsx';
import { mountPage } from '../kit/page.tsx';
import { hostPort } from '../kit/vscode-api.ts';
import type { PreviewHost } from './preview-host.ts';
import { PreviewPage, type PreviewView } from './preview-page.tsx';

const channel = new Channel(hostPort, previewPageCalls, previewHostCalls, {
  show,
  mark,
  arrange,
  showMatrix,
  showEngines,
});

const host: PreviewHost = {
  step: (by) => settle(channel.call('step', { by })),
  chooseTemplate: () => settle(channel.call('chooseTemplate', undefined)),
  chooseSubject: () => settle(channel.call('chooseSubject', undefined)),
  chooseTools: () => settle(channel.call('chooseTools', undefined)),
  setSwitches: (switches) => settle(channel.call('setSwitches', switches)),
  openSwitches: (open) => settle(channel.call('openSwitches', { open })),
  setMatrix: (names) => settle(channel.call('setMatrix', { names: names === null ? null : [...names] })),
  compareTemplate: () => settle(channel.call('compareTemplate', undefined)),
  askEngine: (engine) => settle(channel.call('askEngine', { engine })),
  openTemplate: (line) => settle(channel.call('openTemplate', { line })),
  openMessage: (index) => settle(channel.call('openMessage', { index })),
  origin: (at) => channel.call('origin', { at }).catch(() => null),
  reveal: (at, focus) => settle(channel.call('reveal', { at, focus })),
  copyText: () => settle(channel.call('copyText', undefined)),
  copyPython: () => settle(channel.call('copyPython', undefined)),
};

let view: PreviewView | null = null;

/** Marks and verdicts of one text are none of the next; the matrix stays until its own is there, so that it does not flicker. */
function show(state: PreviewState): undefined {
  draw({ state, marks: [], engines: (view?.engines ?? []).map(unasked), matrix: view?.matrix ?? [] });
}

/** What an engine is about to say of the next text. */
function unasked({ engine }: EngineState): EngineState {
  return { kind: engine === 'transformers.js' ? 'asking' : 'not-asked', engine };
}

function mark({ stretches }: { stretches: readonly Stretch[] }): undefined {
  if (view !== null) draw({ ...view, marks: stretches });
}

function arrange(choices: PreviewChoices): undefined {
  if (view !== null) draw({ ...view, state: { ...view.state, choices } });
}

function showMatrix(matrix: readonly MatrixColumn[]): undefined {
  if (view !== null) draw({ ...view, matrix });
}

function showEngines(engines: readonly EngineState[]): undefined {
  if (view !== null) draw({ ...view, engines });
}

function draw(next: PreviewView): void {
  view = next;
  mountPage(<PreviewPage view={next} host={host} />);
}

connectPage(channel.call('ready', undefined), show);
