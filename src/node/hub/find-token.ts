import type { TokenOrigin, TokenSource } from '../../core/hub/token-source.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { resolveToken } from './resolve-token.ts';

/**
 * Which token the Python client of a child process would send, without its value.
 * @param secret the token that was pasted into VS Code, where the child would be given it
 */
export async function findToken(
  env: NodeJS.ProcessEnv,
  secret?: () => Promise<string | null>,
): Promise<TokenSource> {
  const found = await resolveToken(env, secret === undefined ? {} : { secret });
  return { present: found !== null, source: found === null ? null : originName(found.source) };
}

/** An environment variable's name, or the path of the token file. */
export function originName(origin: TokenOrigin): string {
  switch (origin.kind) {
    case 'environment':
      return origin.name;
    case 'file':
      return origin.path;
    case 'oidc':
      return 'HF_OIDC_RESOURCE';
    case 'secret-store':
      return 'VS Code';
    default:
      return unreachable(origin);
  }
}
