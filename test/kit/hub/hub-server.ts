import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './accounts.ts';
import { refusal, send, type Answer } from './answer.ts';
import type { Call } from './call.ts';
import type { Faults } from './faults.ts';
import { HubError } from './hub-error.ts';
import { injectedError } from './injected-error.ts';
import { findRoute, type Match, type Route } from './router.ts';

/** A request that came, for assertions. */
export interface RequestRecord {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  /** Whether a bearer token came, whoever's. */
  readonly hasBearer: boolean;
  /** Null where the connection ended without an answer, or before it. */
  status: number | null;
}

export interface HubServerOptions {
  readonly routes: readonly Route[];
  /** Routes that no fault hits. */
  readonly controlRoutes: readonly Route[];
  readonly accounts: readonly Account[];
  readonly faults: Faults;
  readonly port: number;
  readonly log: (line: string) => void;
}

export interface HubServer {
  readonly port: number;
  readonly requests: readonly RequestRecord[];
  close(): Promise<void>;
}

/** Listens on this machine's loopback alone. */
export async function startHubServer(options: HubServerOptions): Promise<HubServer> {
  const requests: RequestRecord[] = [];
  const server = http.createServer((request, response) => {
    const record = recordOf(request);
    requests.push(record);
    response.once('close', () => {
      record.status = response.headersSent ? response.statusCode : null;
      options.log(`${record.method} ${record.path}${record.query} ${record.status ?? 'no answer'}`);
    });
    void answer(options, request, response);
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function recordOf(request: IncomingMessage): RequestRecord {
  const [path = '', query] = (request.url ?? '').split('?', 2);
  const hasBearer = request.headers.authorization?.startsWith('Bearer ') === true;
  return {
    method: request.method ?? '',
    path,
    query: query === undefined ? '' : `?${query}`,
    hasBearer,
    status: null,
  };
}

async function answer(
  options: HubServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('x-simulated-hub', '1');
  response.on('error', () => response.destroy());
  try {
    const result = await routed(options, request);
    if (result === 'none') return;
    if (result === 'lost') request.socket.destroy();
    else await send(response, result);
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy();
    else await send(response, refusal(asHubError(error, options))).catch(() => response.destroy());
  }
}

function asHubError(error: unknown, options: HubServerOptions): HubError {
  if (error instanceof HubError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  options.log(text);
  return new HubError(500, `The simulated Hub has a defect: ${text}`);
}

/** The answer, or that there is none, or that it was lost on its way. */
async function routed(
  options: HubServerOptions,
  request: IncomingMessage,
): Promise<Answer | 'none' | 'lost'> {
  const endpoint = ownEndpoint(request);
  const url = new URL(request.url ?? '/', endpoint);
  const control = findRoute(options.controlRoutes, request.method ?? '', url.pathname);
  if (control !== undefined) return control.route.handle(callOf(options, request, url, control));
  const { faults } = options;
  const slow = faults.amount('slow', 1000);
  if (slow !== undefined) await delay(slow, undefined, { ref: false });
  if (faults.take('no-answer')) return 'none';
  const match = findRoute(options.routes, request.method ?? '', url.pathname);
  if (match === undefined) throw new HubError(404, 'The simulated Hub does not know this address.');
  const error = injectedError(faults, match.route);
  if (error !== null) throw error;
  const result = await match.route.handle(callOf(options, request, url, match));
  return match.route.effect === 'create job' && faults.take('lost-answer') ? 'lost' : result;
}

function callOf(options: HubServerOptions, request: IncomingMessage, url: URL, match: Match): Call {
  const account = accountOf(options.accounts, request.headers.authorization);
  return { request, url, endpoint: url.origin, parameters: match.parameters, account };
}

/** @throws HubError 401 for a token of nobody: the Hub refuses it also where none is needed */
function accountOf(accounts: readonly Account[], authorization: string | undefined): Account | null {
  if (authorization === undefined) return null;
  const account = accounts.find(({ token }) => authorization === `Bearer ${token}`);
  if (account !== undefined) return account;
  throw new HubError(401, 'Invalid credentials in Authorization header');
}

/** @throws HubError for a page of another origin, or a name that merely leads here */
function ownEndpoint(request: IncomingMessage): string {
  const { host, origin } = request.headers;
  const port = request.socket.localPort;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !own.includes(host)) throw new HubError(403, 'Foreign Host header.');
  if (origin !== undefined && !own.some((name) => origin === `http://${name}`)) {
    throw new HubError(403, 'Foreign Origin header.');
  }
  return `http://${host}`;
}
