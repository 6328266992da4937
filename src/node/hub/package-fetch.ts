import type { HubConnection } from './hub-connection.ts';
import type { HubRequestInit } from './hub-fetch.ts';
import { throwRefusal } from './hub-request.ts';

/**
 * The fetch that @huggingface/hub is given: adds the token, which the package itself refuses unless it begins with `hf_`, to calls
 * of the endpoint and no other address (files are sent to storage elsewhere); and turns the endpoint's refusals into HubErrors,
 * which keep what the package loses. Everything but the commit itself changes nothing when it is done twice.
 */
export function packageFetch(connection: HubConnection): typeof globalThis.fetch {
  const { endpoint, token } = connection;
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const own = url.startsWith(`${endpoint}/`);
    const headers = new Headers(init?.headers);
    if (own && token !== null && !headers.has('authorization'))
      headers.set('authorization', `Bearer ${token}`);
    const call: HubRequestInit = { ...init, headers, repeatable: !isCommit(url) };
    const answer = await connection.fetch(input, call);
    if (own) await throwRefusal(answer, endpoint);
    return answer;
  };
}

function isCommit(url: string): boolean {
  return /\/commit\/[^/]+$/.test(new URL(url).pathname);
}
