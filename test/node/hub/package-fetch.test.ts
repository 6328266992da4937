import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '../../../src/node/hub/hub-connection.ts';
import { hubFetch } from '../../../src/node/hub/hub-fetch.ts';
import { hubRequest } from '../../../src/node/hub/hub-request.ts';
import { packageFetch } from '../../../src/node/hub/package-fetch.ts';

const token = 'oauth-token-without-the-usual-prefix';
let hub: http.Server;
let storage: http.Server;
let connection: HubConnection;
let elsewhere = '';
/** What each server was sent as authorization, in order. */
let sent: [server: string, authorization: string | undefined][] = [];
let status = 200;

beforeAll(async () => {
  storage = http.createServer((request, response) => {
    sent.push(['storage', request.headers.authorization]);
    response.writeHead(status).end();
  });
  hub = http.createServer((request, response) => {
    sent.push(['hub', request.headers.authorization]);
    if (request.url === '/away') response.writeHead(302, { location: `${elsewhere}/file` }).end();
    else response.writeHead(status, { 'x-error-message': 'no' }).end();
  });
  elsewhere = await listening(storage);
  const endpoint = await listening(hub);
  const patience = { timeout: 10_000, waits: [0], longestWait: 0 };
  connection = { endpoint, token, fetch: hubFetch(endpoint, patience) };
});
beforeEach(() => {
  sent = [];
  status = 200;
});
afterAll(() => {
  for (const server of [hub, storage]) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(server: http.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the token', () => {
  it('goes to the endpoint, whatever it begins with', async () => {
    await packageFetch(connection)(`${connection.endpoint}/api/whoami-v2`);
    expect(sent).toEqual([['hub', `Bearer ${token}`]]);
  });

  it('does not go to the storage that a Hub names', async () => {
    await packageFetch(connection)(`${elsewhere}/file`, { method: 'PUT', body: 'x' });
    expect(sent).toEqual([['storage', undefined]]);
  });

  it('does not go to an address that only begins like the endpoint', async () => {
    const lookalike = `${connection.endpoint}@127.0.0.1:${new URL(elsewhere).port}/file`;
    await packageFetch(connection)(lookalike).catch(() => undefined);
    expect(sent.filter(([, authorization]) => authorization?.includes(token))).toEqual([]);
  });

  it('does not follow a redirection to another address', async () => {
    await hubRequest(connection, '/away');
    await packageFetch(connection)(`${connection.endpoint}/away`);
    expect(sent.filter(([server]) => server === 'storage')).toEqual([
      ['storage', undefined],
      ['storage', undefined],
    ]);
  });

  it('leaves the authorization of storage as it is', async () => {
    await packageFetch(connection)(`${elsewhere}/chunk`, { headers: { authorization: 'Bearer xet' } });
    expect(sent).toEqual([['storage', 'Bearer xet']]);
  });
});

describe('refusals', () => {
  it('are errors where the endpoint refuses, and answers where storage does', async () => {
    status = 403;
    await expect(packageFetch(connection)(`${connection.endpoint}/x`)).rejects.toMatchObject({
      kind: 'forbidden',
      detail: { args: { said: 'no' } },
    });
    expect((await packageFetch(connection)(`${elsewhere}/x`)).status).toBe(403);
  });

  it('of a commit are not tried again, those of other calls are', async () => {
    status = 503;
    const call = packageFetch(connection);
    await call(`${connection.endpoint}/api/models/a/b/commit/main`, { method: 'POST' }).catch(
      () => undefined,
    );
    expect(sent).toHaveLength(1);
    await call(`${connection.endpoint}/api/models/a/b/preupload/main`, { method: 'POST' }).catch(
      () => undefined,
    );
    expect(sent).toHaveLength(3);
  });
});
