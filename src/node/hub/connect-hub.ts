import { hubEndpoint, OFFICIAL_ENDPOINT } from '../../core/hub/hub-endpoint.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { HubConnection } from './hub-connection.ts';
import { hubFetch } from './hub-fetch.ts';
import { resolveToken } from './resolve-token.ts';

const truthy = new Set(['1', 'ON', 'YES', 'TRUE']);

/**
 * The Hub of an environment, with its token. The environment must be the user's own, never one that a recipe or a folder names:
 * the token goes where it points.
 * @param secret the token that was pasted into VS Code
 * @throws {HumanError} where the address is none, or the token comes by OIDC, which the Python client alone can exchange
 */
export async function connectHub(
  env: NodeJS.ProcessEnv,
  secret?: () => Promise<string | null>,
): Promise<HubConnection> {
  const endpoint = hubEndpoint(env);
  if (!isHubEndpoint(endpoint)) throw new HumanError('hub.bad-endpoint');
  const found = await resolveToken(env, secret === undefined ? {} : { secret });
  if (found?.source.kind === 'oidc') throw new HumanError('hub.oidc-python-only');
  // huggingface_hub 2.4 constants.py:39: how its switches are read.
  const xetOff = truthy.has((env['HF_HUB_DISABLE_XET'] ?? '').toUpperCase());
  return {
    endpoint,
    token: found?.token ?? null,
    origin: found?.source ?? null,
    fetch: hubFetch(endpoint),
    xet: endpoint === OFFICIAL_ENDPOINT && !xetOff,
  };
}

/** A web address without a name or a password in it, which would stand in every sentence about it. */
function isHubEndpoint(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}
