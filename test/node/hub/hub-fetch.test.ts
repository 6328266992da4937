import { openAsBlob } from 'node:fs';
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { hubFetch, type HubRequestInit } from '../../../src/node/hub/hub-fetch.ts';

type Reply = (request: http.IncomingMessage, response: http.ServerResponse) => void;

let server: http.Server;
let endpoint = '';
/** What the next requests are answered with; the last one stays. */
let replies: Reply[] = [];
let seen: string[] = [];

beforeAll(async () => {
  server = http.createServer((request, response) => {
    seen.push(`${request.method}`);
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    reply?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  replies = [status(200)];
  seen = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function status(code: number, headers: Record<string, string> = {}): Reply {
  return (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(code, headers).end());
  };
}
const silence: Reply = () => undefined;
const hangUp: Reply = (request) => request.socket.destroy();

const hurried = { timeout: 10_000, waits: [0, 0, 0], longestWait: 5_000 };

describe('hubFetch', () => {
  it.each([408, 429, 500, 503])(
    'makes a safe call again after %i, and gives the answer that comes then',
    async (code) => {
      replies = [status(code), status(code), status(200)];
      expect((await hubFetch(endpoint, hurried)(endpoint)).status).toBe(200);
      expect(seen).toHaveLength(3);
    },
  );

  it('gives the refusal back when the tries are used up', async () => {
    replies = [status(503)];
    expect((await hubFetch(endpoint, hurried)(endpoint)).status).toBe(503);
    expect(seen).toHaveLength(4);
  });

  it.each([400, 401, 403, 404, 409])('does not make a call again after %i', async (code) => {
    replies = [status(code)];
    expect((await hubFetch(endpoint, hurried)(endpoint)).status).toBe(code);
    expect(seen).toHaveLength(1);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('makes a %s once, whatever comes back', async (method) => {
    replies = [status(503)];
    expect((await hubFetch(endpoint, hurried)(endpoint, { method })).status).toBe(503);
    replies = [hangUp];
    await expect(hubFetch(endpoint, hurried)(endpoint, { method })).rejects.toMatchObject({
      kind: 'unreachable',
    });
    expect(seen).toEqual([method, method]);
  });

  it('makes a POST again that says of itself that it can be', async () => {
    replies = [hangUp, status(503), status(200)];
    const call: HubRequestInit = { method: 'POST', body: 'x', repeatable: true };
    expect((await hubFetch(endpoint, hurried)(endpoint, call)).status).toBe(200);
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['retry-after', '3600'],
    ['ratelimit', '"api";r=0;t=3600'],
  ])('does not wait as long as %s asks where that is too long', async (name, value) => {
    replies = [status(429, { [name]: value })];
    expect((await hubFetch(endpoint, hurried)(endpoint)).status).toBe(429);
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['retry-after', '0'],
    ['ratelimit', '"api";r=0;t=0'],
  ])('waits as %s asks, not as long as it would by itself', async (name, value) => {
    replies = [status(429, { [name]: value }), status(200)];
    const patient = { ...hurried, waits: [1_000_000] };
    expect((await hubFetch(endpoint, patient)(endpoint)).status).toBe(200);
  });

  it('ends a call that is not answered in time', async () => {
    replies = [silence];
    const call = hubFetch(endpoint, { ...hurried, timeout: 30, waits: [] })(endpoint);
    await expect(call).rejects.toMatchObject({ kind: 'timed-out' });
  });

  it('tells how much of a file has left', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-fetch-'));
    onTestFinished(() => fs.rm(folder, { recursive: true }));
    const file = path.join(folder, 'large.bin');
    await fs.writeFile(file, Buffer.alloc(3_000_000));
    const told: number[] = [];
    const call: HubRequestInit = {
      method: 'PUT',
      body: await openAsBlob(file),
      progressHint: { progressCallback: (progress) => told.push(progress) },
    };
    expect((await hubFetch(endpoint, hurried)(endpoint, call)).status).toBe(200);
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it("keeps the caller's own reason where the caller gave up", async () => {
    replies = [silence];
    const stop = new AbortController();
    const call = hubFetch(endpoint, hurried)(endpoint, { signal: stop.signal });
    stop.abort(new Error('given up'));
    await expect(call).rejects.toThrow('given up');
  });

  it('says that a Hub cannot be reached', async () => {
    const closed = 'http://127.0.0.1:9';
    await expect(hubFetch(closed, hurried)(closed)).rejects.toMatchObject({
      kind: 'unreachable',
      detail: { args: { endpoint: closed } },
    });
  });
});
