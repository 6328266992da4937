import type { Message } from '../text/message.ts';
import { unreachable } from '../text/unreachable.ts';
import type { HubAccount, TokenRole } from './account.ts';
import type { TokenOrigin } from './token-source.ts';

/** What a token may do, as a sentence calls it. */
export function roleWords(role: TokenRole, canWrite: boolean | null): Message {
  if (role === null) return { id: 'hub.role.unknown' };
  if (role !== 'fine-grained') return { id: `hub.role.${role}` };
  if (canWrite === null) return { id: 'hub.role.fine-grained' };
  return { id: canWrite ? 'hub.role.fine-grained-write' : 'hub.role.fine-grained-read' };
}

/** Where a token comes from, as a sentence calls it. */
export function originWords(origin: TokenOrigin): Message {
  switch (origin.kind) {
    case 'environment':
      return { id: 'hub.origin.environment', args: { name: origin.name } };
    case 'file':
      return { id: 'hub.origin.file', args: { path: origin.path } };
    case 'secret-store':
      return { id: 'hub.origin.secret-store' };
    case 'oidc':
      return { id: 'hub.origin.environment', args: { name: 'HF_OIDC_RESOURCE' } };
    default:
      return unreachable(origin);
  }
}

/** Who is signed in, with which token, and what it may do. */
export function accountSentence(account: HubAccount, origin: TokenOrigin): Message {
  const { name, role, canWrite } = account;
  const args = { name, origin: originWords(origin), role: roleWords(role, canWrite) };
  return { id: 'hub.signed-in', args };
}
