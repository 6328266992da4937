import { setTimeout as delay } from 'node:timers/promises';
import { refusalOf, retryDelay } from '../../core/hub/hub-refusal.ts';
import { HubError } from './hub-error.ts';
import { MeasuredBlob } from './measured-blob.ts';

/** How patient a fetch is; tests shorten it. Milliseconds. */
export interface HubPatience {
  /** Until the answer begins, counted anew while a large body still leaves. */
  readonly timeout: number;
  /** Waits before the second, third, … try of a safe call, where the Hub does not name one. */
  readonly waits: readonly number[];
  /** The longest wait that a Hub may ask for before we tell the user instead. */
  readonly longestWait: number;
}

/** What a call may say besides: unknown to fetch itself, which ignores it. */
export interface HubRequestInit extends RequestInit {
  /** A POST or PUT that changes nothing when it is made twice. */
  readonly repeatable?: boolean;
  /** Told how much of a body that is a blob has left, from 0 to 1; the name is that of @huggingface/hub. */
  readonly progressHint?: { readonly progressCallback: (progress: number) => void };
}

const patience: HubPatience = { timeout: 60_000, waits: [500, 2_000, 5_000], longestWait: 60_000 };
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const passing = new Set(['rate-limited', 'server']);

/**
 * The one fetch of all calls to a Hub: a time limit until the answer begins, and retries of calls that change nothing, as long as
 * the Hub asks (huggingface_hub 2.4 http_backoff: 408, 429, 5xx). Calls that change something are made once: whoever makes one
 * looks first at what became of it. A refusal comes back as the response that it is; no answer at all is a HubError.
 */
export function hubFetch(endpoint: string, limits: HubPatience = patience): typeof globalThis.fetch {
  return async (input, init?: HubRequestInit) => {
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    const safe = safeMethods.has(method) || init?.repeatable === true;
    const tries = safe ? limits.waits.length : 0;
    for (let failed = 0; ; failed++) {
      const last = failed >= tries;
      const answer = await once(input, init, endpoint, limits.timeout).catch((error: unknown) => {
        if (last || init?.signal?.aborted === true || !(error instanceof HubError)) throw error;
        return null;
      });
      const wait = answer === null ? limits.waits[failed] : waitAfter(answer, failed, limits);
      if (answer !== null && (last || wait === undefined)) return answer;
      await answer?.body?.cancel();
      await delay(wait, undefined, init?.signal ? { signal: init.signal } : {});
    }
  };
}

function waitAfter(answer: Response, failed: number, limits: HubPatience): number | undefined {
  const kind = answer.status === 408 ? 'server' : refusalOf(answer.status);
  if (kind === null || !passing.has(kind)) return undefined;
  const asked = retryDelay(answer.headers);
  return asked === null ? limits.waits[failed] : asked > limits.longestWait ? undefined : asked;
}

async function once(
  input: Parameters<typeof fetch>[0],
  init: HubRequestInit | undefined,
  endpoint: string,
  timeout: number,
): Promise<Response> {
  const begun = new AbortController();
  const timer = setTimeout(() => begun.abort(), timeout);
  const signal = init?.signal ? AbortSignal.any([init.signal, begun.signal]) : begun.signal;
  try {
    return await fetch(input, { ...init, ...measured(init, timer), signal });
  } catch (error) {
    if (init?.signal?.aborted === true) throw error;
    const kind = begun.signal.aborted ? 'timed-out' : 'unreachable';
    throw new HubError(kind, endpoint, null, null, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** A body that is a blob may take long to leave: as long as it moves, nobody gives up. */
function measured(init: HubRequestInit | undefined, timer: NodeJS.Timeout): RequestInit {
  const body = init?.body;
  if (!(body instanceof Blob)) return {};
  const onRead = (bytes: number): void => {
    timer.refresh();
    init?.progressHint?.progressCallback(bytes / body.size);
  };
  return { body: new MeasuredBlob(body, onRead) };
}
