import type { Port } from '../../core/protocol/channel.ts';

/** What a Worker and a parentPort have in common. */
interface MessageEnd {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
}

/** One end of a worker's messages as a channel's port. */
export function messagePort(end: MessageEnd): Port {
  return {
    post: (message) => end.postMessage(message),
    listen(listener) {
      end.on('message', listener);
      return { dispose: () => end.off('message', listener) };
    },
  };
}
