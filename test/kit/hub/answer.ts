import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { HubError } from './hub-error.ts';

/** What a route answers. A stream writes for itself until it is over. */
export type Answer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: unknown;
      readonly headers: OutgoingHttpHeaders;
    }
  | {
      readonly kind: 'text';
      readonly status: number;
      readonly body: string;
      readonly headers: OutgoingHttpHeaders;
    }
  | {
      readonly kind: 'file';
      readonly status: number;
      readonly file: FilePart | null;
      readonly headers: OutgoingHttpHeaders;
    }
  | { readonly kind: 'stream'; run(response: ServerResponse): Promise<void> };

/** Bytes `start` to `end`, both counted, of a file on disk. */
export interface FilePart {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export function json(body: unknown, headers: OutgoingHttpHeaders = {}, status = 200): Answer {
  return { kind: 'json', status, body, headers };
}

export function text(body: string, headers: OutgoingHttpHeaders = {}, status = 200): Answer {
  return { kind: 'text', status, body, headers };
}

/** The Hub's form of an error. */
export function refusal(error: HubError): Answer {
  return json({ error: error.message, ...error.details }, { ...error.headers }, error.status);
}

/** Writes an answer. Resolves when it is on its way, or when the client has gone. */
export async function send(response: ServerResponse, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'json':
      return sendText(response, answer, 'application/json; charset=utf-8', JSON.stringify(answer.body));
    case 'text':
      return sendText(response, answer, 'text/plain; charset=utf-8', answer.body);
    case 'file':
      response.writeHead(answer.status, answer.headers);
      if (answer.file === null) response.end();
      else await pipeline(fs.createReadStream(answer.file.path, answer.file), response);
      return;
    case 'stream':
      return answer.run(response);
  }
}

function sendText(
  response: ServerResponse,
  answer: { readonly status: number; readonly headers: OutgoingHttpHeaders },
  type: string,
  body: string,
): void {
  const length = Buffer.byteLength(body);
  response.writeHead(answer.status, { 'Content-Type': type, 'Content-Length': length, ...answer.headers });
  response.end(body);
}
