import { expect, test } from 'vitest';
import type { RunUpdate, RunView } from '../../src/core/protocol/run-contract.ts';
import type { RunEvent } from '../../src/core/run/run-event.ts';
import { RunStore } from '../../src/webview/runs/run-store.ts';
import { logEvent } from './run-events.ts';

function update(id: string, events: RunEvent[]): RunUpdate {
  const summary = {
    id,
    name: id,
    launcher: 'local' as const,
    state: 'running' as const,
    step: null,
    maxSteps: 12,
    loss: null,
    evalLoss: null,
    cause: null,
    message: null,
    outputDir: 'out',
    createdAt: '2026-11-25T10:00:00.000Z',
    endedAt: null,
  };
  return { summary, outcome: null, job: null, events, log: `log of ${id}` };
}

function view(id: string, events: RunEvent[]): RunView {
  return {
    kind: 'run',
    language: 'en',
    restore: id,
    recipe: '',
    environment: [],
    data: [],
    ...update(id, events),
  };
}

function steps(store: RunStore): number[] {
  return [...(store.state.progress.logs.get('loss')?.column('step') ?? [])];
}

test('updates add their events, each once, and replace summary and log', () => {
  const store = new RunStore(() => undefined);
  store.show(view('a', [logEvent(1, 3), logEvent(2, 2)]));
  store.append({ ...update('a', [logEvent(2, 9), logEvent(3, 1)]), log: 'newer' });
  expect(steps(store)).toEqual([1, 2, 3]);
  expect(store.state.progress.logs.get('loss')?.at(1)?.value).toBe(2);
  expect(store.state.view).toMatchObject({ log: 'newer' });
});

test('an update that comes before its view is kept for it', () => {
  const store = new RunStore(() => undefined);
  store.append(update('a', [logEvent(2, 2)]));
  expect(store.state.view).toBeNull();
  store.show(view('a', [logEvent(1, 3)]));
  expect(steps(store)).toEqual([1, 2]);
});

test('the same run shown again keeps its events, another one starts anew', () => {
  const store = new RunStore(() => undefined);
  store.show(view('a', [logEvent(1, 3)]));
  store.show(view('a', [logEvent(2, 3)]));
  expect(steps(store)).toEqual([1, 2]);
  store.show(view('b', [logEvent(5, 3)]));
  expect(steps(store)).toEqual([5]);
});

test('an update of another run changes nothing', () => {
  const store = new RunStore(() => undefined);
  store.show(view('a', [logEvent(1, 3)]));
  store.append(update('b', [logEvent(2, 3)]));
  expect(steps(store)).toEqual([1]);
  expect(store.state.view).toMatchObject({ log: 'log of a' });
});

test('each change is told and counted', () => {
  let told = 0;
  const store = new RunStore(() => told++);
  store.show(view('a', []));
  store.append(update('a', [logEvent(1, 3)]));
  expect(told).toBe(2);
  expect(store.state.version).toBe(2);
});
