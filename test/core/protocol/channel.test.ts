import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Channel, ChannelError, type Handlers, type Port } from '../../../src/core/protocol/channel.ts';
import { Emitter } from '../../../src/core/lifetime/emitter.ts';

const left = {
  greet: { arg: v.object({ name: v.string() }), result: v.string() },
  rest: { arg: v.undefined(), result: v.undefined() },
} as const;
const right = { add: { arg: v.array(v.number()), result: v.number() } } as const;

/** Two ports that pass structured clones to each other, as a webview and its host do. */
function portPair(copyOf: (message: unknown) => unknown = structuredClone): [Port, Port] {
  const [a, b] = [new Emitter<unknown>(), new Emitter<unknown>()];
  const port = (own: Emitter<unknown>, other: Emitter<unknown>): Port => ({
    post: (message) => {
      const copy = copyOf(message);
      queueMicrotask(() => other.fire(copy));
    },
    listen: own.event,
  });
  return [port(a, b), port(b, a)];
}

const handlersOfLeft = { greet: () => '', rest: () => undefined };

function pair(
  handlers: { greet?: (arg: { name: string }) => string; add?: (arg: number[]) => unknown } = {},
) {
  const [portA, portB] = portPair();
  const add = (handlers.add ?? ((arg) => arg.reduce((x, y) => x + y, 0))) as Handlers<typeof right>['add'];
  const a = new Channel(portA, left, right, {
    ...handlersOfLeft,
    greet: handlers.greet ?? (({ name }) => `hello ${name}`),
  });
  const b = new Channel(portB, right, left, { add });
  return { a, b };
}

describe('a channel', () => {
  test('carries calls in both directions', async () => {
    const { a, b } = pair();
    expect(await Promise.all([a.call('add', [1, 2]), b.call('greet', { name: 'Ada' })])).toEqual([
      3,
      'hello Ada',
    ]);
  });

  test('carries nothing as an argument and as an answer, also over JSON', async () => {
    const [portA, portB] = portPair((message) => JSON.parse(JSON.stringify(message)));
    const a = new Channel(portA, left, right, handlersOfLeft);
    const b = new Channel(portB, right, left, { add: () => 0 });
    await expect(b.call('rest', undefined)).resolves.toBeUndefined();
    a.dispose();
    b.dispose();
  });

  test('rejects with the message of what the handler threw', async () => {
    const { b } = pair({
      greet() {
        throw new Error('no greeting today');
      },
    });
    await expect(b.call('greet', { name: 'Ada' })).rejects.toThrow('no greeting today');
  });

  test('refuses an argument that the contract does not allow, and never calls the handler', async () => {
    let called = false;
    const { b } = pair({ greet: () => ((called = true), '') });
    await expect(b.call('greet', { name: 7 } as never)).rejects.toThrow('greet');
    expect(called).toBe(false);
  });

  test('refuses an answer that the contract does not allow', async () => {
    const { a } = pair({ add: () => 'three' });
    await expect(a.call('add', [1])).rejects.toThrow('unexpected answer');
  });

  test('rejects an answer that cannot be cloned instead of leaving the caller waiting', async () => {
    const { a } = pair({ add: () => () => 3 });
    await expect(a.call('add', [1])).rejects.toBeInstanceOf(ChannelError);
  });

  test('rejects what still waits when it is closed, with the reason, and refuses later calls', async () => {
    const { a } = pair({ add: () => new Promise(() => {}) });
    const waiting = a.call('add', [1]);
    a.close('the worker ended');
    await expect(waiting).rejects.toThrow('the worker ended');
    await expect(a.call('add', [1])).rejects.toThrow('closed');
  });

  test('ignores messages that are none of its own', async () => {
    const [portA, portB] = portPair();
    const a = new Channel(portA, left, right, { ...handlersOfLeft, greet: () => '' });
    portB.post('noise');
    portB.post({ kind: 'result', id: 99, value: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    a.dispose();
  });

  test('does not answer to names of Object.prototype', async () => {
    const { a } = pair();
    await expect(a.call('toString' as never, undefined as never)).rejects.toThrow('toString');
  });
});
