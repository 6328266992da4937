import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { Account } from './accounts.ts';
import { HubError, signInFirst } from './hub-error.ts';

/** One request on its way through a route. */
export interface Call {
  readonly request: IncomingMessage;
  readonly url: URL;
  /** As the client names this server: `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** Parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whose token came; null for nobody's. */
  readonly account: Account | null;
}

/** A named part of the path. */
export function parameter(call: Call, name: string): string {
  return call.parameters[name] ?? '';
}

/** @throws HubError 401 where no token came */
export function signedIn(call: Call): Account {
  if (call.account === null) throw signInFirst();
  return call.account;
}

export async function bodyBytes(call: Call): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of call.request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * The JSON of a request.
 * @throws HubError 400 where it is none, or not of the form
 */
export async function bodyJson<T extends v.GenericSchema>(call: Call, schema: T): Promise<v.InferOutput<T>> {
  return parseJson((await bodyBytes(call)).toString('utf8'), schema);
}

/** @throws HubError 400 where the text is no JSON, or not of the form */
export function parseJson<T extends v.GenericSchema>(text: string, schema: T): v.InferOutput<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HubError(400, 'The body is not JSON.');
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new HubError(400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

/** The header that leads to the next page of a list, where there is one. */
export function nextPage(call: Call, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const next = new URL(call.url);
  next.searchParams.set('cursor', cursor);
  return { Link: `<${call.endpoint}${next.pathname}${next.search}>; rel="next"` };
}

/** One page of a list, beginning at the number that the cursor says. */
export function page<T>(
  call: Call,
  items: readonly T[],
  size: number,
): { items: readonly T[]; cursor: string | null } {
  const start = Number(call.url.searchParams.get('cursor') ?? 0);
  const end = start + size;
  return { items: items.slice(start, end), cursor: end < items.length ? String(end) : null };
}
