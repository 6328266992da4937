import type { MessageArgs } from '../text/message.ts';

/** Why the Hub did not do what it was asked for. */
export type HubRefusalKind =
  | 'signed-out'
  | 'no-credit'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'server'
  | 'unreachable'
  | 'timed-out';

/** The kind of an HTTP status of the Hub (huggingface_hub 2.4 utils/_http.py:855): null where it is no refusal. */
export function refusalOf(status: number): HubRefusalKind | null {
  if (status < 400) return null;
  if (status === 401) return 'signed-out';
  if (status === 402) return 'no-credit';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate-limited';
  return status < 500 ? 'invalid' : 'server';
}

/** Milliseconds that a refusal asks to wait: `Retry-After` in seconds, or `t=` of the `ratelimit` header; null if it says nothing. */
export function retryDelay(headers: { get(name: string): string | null }): number | null {
  const after = Number(headers.get('retry-after') ?? NaN);
  if (Number.isFinite(after) && after >= 0) return after * 1000;
  const reset = /(?:^|;)\s*t=(\d+)/.exec(headers.get('ratelimit') ?? '');
  return reset === null ? null : Number(reset[1]) * 1000;
}

/** A refusal's sentence: cause and cure, with what the Hub itself said. */
export function refusalSentence(
  kind: HubRefusalKind,
  endpoint: string,
  said: string | null,
): { id: string; args: MessageArgs } {
  const id = `hub.refused.${kind}`;
  return said === null ? { id, args: { endpoint } } : { id: `${id}.said`, args: { endpoint, said } };
}
