import * as v from 'valibot';
import { accountOf, whoAmIAnswer, type HubAccount } from '../../core/hub/account.ts';
import { saysSimulated } from '../../core/hub/simulated-hub.ts';
import type { HubConnection } from './hub-connection.ts';
import { HubError } from './hub-error.ts';
import { hubRequest } from './hub-request.ts';

export interface SignedInAccount extends HubAccount {
  /** The emulator on this computer: nothing is uploaded or paid. */
  readonly simulated: boolean;
}

const asked = new WeakMap<HubConnection, Promise<SignedInAccount>>();

/**
 * Whose token a connection has. Asked once a connection, because the Hub limits this call on purpose (huggingface_hub 2.4
 * hf_api.py whoami); a failed call is asked again.
 * @throws {HubError} `signed-out` without a token, without asking
 */
export function whoAmI(connection: HubConnection): Promise<SignedInAccount> {
  const known = asked.get(connection);
  if (known !== undefined) return known;
  const answer = ask(connection).catch((error: unknown) => {
    asked.delete(connection);
    throw error;
  });
  asked.set(connection, answer);
  return answer;
}

async function ask(connection: HubConnection): Promise<SignedInAccount> {
  const { endpoint, token } = connection;
  if (token === null) throw new HubError('signed-out', endpoint, null, null);
  const answer = await hubRequest(connection, '/api/whoami-v2');
  const parsed = v.safeParse(whoAmIAnswer, await answer.json().catch(() => undefined));
  if (!parsed.success) {
    throw new HubError('server', endpoint, `/api/whoami-v2: ${v.summarize(parsed.issues)}`, answer.status);
  }
  return { ...accountOf(parsed.output), simulated: saysSimulated(endpoint, answer.headers) };
}
