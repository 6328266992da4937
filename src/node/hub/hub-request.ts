import * as v from 'valibot';
import { refusalOf } from '../../core/hub/hub-refusal.ts';
import { redactSecrets } from '../../core/run/redact-secrets.ts';
import type { HubConnection } from './hub-connection.ts';
import { HubError } from './hub-error.ts';
import type { HubRequestInit } from './hub-fetch.ts';

interface HubCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Made again where it is not answered, although it changes something: twice does no harm. */
  readonly repeatable?: boolean;
}

const refusalBody = v.object({ error: v.optional(v.string()), message: v.optional(v.string()) });
const longestSaid = 300;

/** Makes one call of the Hub's REST API. @throws {HubError} if it is refused or not answered */
export async function hubRequest(
  connection: HubConnection,
  path: string,
  call: HubCall = {},
): Promise<Response> {
  const { method = 'GET', body, signal, repeatable = false } = call;
  const init: HubRequestInit = {
    method,
    repeatable,
    headers: {
      ...(connection.token === null ? {} : { authorization: `Bearer ${connection.token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
  const answer = await connection.fetch(`${connection.endpoint}${path}`, init);
  await throwRefusal(answer, connection.endpoint);
  return answer;
}

/** Turns a refusal of the Hub into its error; any other answer is left alone, unread. @throws {HubError} */
export async function throwRefusal(answer: Response, endpoint: string): Promise<void> {
  const kind = refusalOf(answer.status);
  if (kind !== null) throw new HubError(kind, endpoint, await saidBy(answer), answer.status);
}

/** The same, with the answer read as JSON of a known shape. @throws {HubError} also where the answer has another shape */
export async function hubJson<S extends v.GenericSchema>(
  connection: HubConnection,
  path: string,
  schema: S,
  call: HubCall = {},
): Promise<v.InferOutput<S>> {
  const answer = await hubRequest(connection, path, call);
  const body: unknown = await answer.json().catch(() => undefined);
  // A body that was cut off because nobody waits for it any more is no refusal.
  call.signal?.throwIfAborted();
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  throw new HubError('server', connection.endpoint, `${path}: ${v.summarize(parsed.issues)}`, answer.status);
}

/** What the Hub says of a refusal: the header that its own client shows, else the body's (huggingface_hub 2.4 utils/_http.py). */
async function saidBy(answer: Response): Promise<string | null> {
  const header = answer.headers.get('x-error-message');
  const text = await answer.text().catch(() => '');
  const said = header ?? saidInBody(text);
  return said === null || said.trim() === '' ? null : redactSecrets(said.trim()).slice(0, longestSaid);
}

function saidInBody(text: string): string | null {
  try {
    const parsed = v.safeParse(refusalBody, JSON.parse(text));
    return parsed.success ? (parsed.output.error ?? parsed.output.message ?? null) : null;
  } catch {
    return null;
  }
}
