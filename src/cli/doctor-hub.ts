import { accountSentence } from '../core/hub/account-sentence.ts';
import { HumanError } from '../core/text/human-error.ts';
import type { Message } from '../core/text/message.ts';
import { connectHub } from '../node/hub/connect-hub.ts';
import { whoAmI, type SignedInAccount } from '../node/hub/who-am-i.ts';

/** What the Hub said about the token. */
interface HubCheck {
  /** Null where it did not say whose it is. */
  readonly account: SignedInAccount | null;
  readonly ok: boolean;
  readonly message: Message;
  readonly todo: Message | null;
}

/** Asks the Hub whose token it is and what it may do: the only thing of `doctor` that leaves this computer. */
export async function checkHub(env: NodeJS.ProcessEnv): Promise<HubCheck> {
  try {
    const connection = await connectHub(env);
    const account = await whoAmI(connection);
    const { endpoint, origin } = connection;
    return {
      account,
      ok: true,
      message: accountSentence(account, origin ?? { kind: 'secret-store' }),
      todo: todoFor(account, endpoint),
    };
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return { account: null, ok: false, message: error.detail, todo: null };
  }
}

function todoFor(account: SignedInAccount, endpoint: string): Message | null {
  if (account.canWrite === false)
    return { id: 'upload.may-not-write', args: { name: account.name, endpoint } };
  return account.simulated ? { id: 'hub.simulated.where', args: { endpoint } } : null;
}
