import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type * as VsCode from 'vscode';

const STARTED_WITHIN_MS = 60_000;

/** A function that runs in the extension host: it sees its arguments alone, never what surrounds it in the test. */
export type InHost<A, R> = (
  vscode: typeof VsCode,
  argument: A,
  require: NodeJS.Require,
) => R | PromiseLike<R>;

/** Speaks to the bridge extension through the sockets in `folder`. */
export class BridgeClient {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** To be called before a page is opened: the extension host of the page before may still live for a moment. */
  async forget(): Promise<void> {
    await fs.rm(this.folder, { recursive: true, force: true });
    await fs.mkdir(this.folder, { recursive: true });
  }

  /** @throws what the function threw, with its stack */
  async run<A, R>(inHost: InHost<A, R>, argument: A): Promise<R> {
    const socket = await this.#socket();
    const answer = JSON.parse(await post(socket, JSON.stringify({ source: String(inHost), argument }))) as
      | { error: string }
      | { value: R };
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }

  async #socket(): Promise<string> {
    const end = performance.now() + STARTED_WITHIN_MS;
    while (performance.now() < end) {
      const [name] = await fs.readdir(this.folder);
      if (name !== undefined) return path.join(this.folder, name);
      await wait(50);
    }
    throw new Error('The bridge extension did not start.');
  }
}

function post(socketPath: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request({ socketPath, method: 'POST', path: '/' }, (response) => {
      text(response).then(resolve, reject);
    });
    request.once('error', reject);
    request.end(body);
  });
}
