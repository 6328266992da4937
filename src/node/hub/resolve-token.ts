import fs from 'node:fs/promises';
import { cleanToken, type TokenOrigin } from '../../core/hub/token-source.ts';
import { hubFolders } from './hub-folders.ts';

/** What else a token may come from, and how files are read; tests pass their own. */
export interface TokenPlaces {
  /** The token that was pasted into VS Code; asked last. */
  readonly secret?: () => Promise<string | null>;
  /** Reads a file of the user; null where there is none. */
  readonly read?: (path: string) => Promise<string | null>;
}

/** A token and where it comes from. With OIDC there is none: the Python client makes one for itself. */
export interface ResolvedToken {
  readonly token: string | null;
  readonly source: TokenOrigin;
}

/**
 * The token that the Python client would send (huggingface_hub 2.4 utils/_auth.py:83): an OIDC resource, then HF_TOKEN, then
 * HUGGING_FACE_HUB_TOKEN where HF_TOKEN is unset or empty (a blank HF_TOKEN hides the second), then the token file; after all of
 * them our own secret store. Read at each use, because `hf` may replace the file at any time. Null where there is none.
 */
export async function resolveToken(
  env: NodeJS.ProcessEnv,
  places: TokenPlaces = {},
): Promise<ResolvedToken | null> {
  if (env['HF_OIDC_RESOURCE']) return { token: null, source: { kind: 'oidc' } };
  const name = env['HF_TOKEN'] ? 'HF_TOKEN' : 'HUGGING_FACE_HUB_TOKEN';
  const fromEnvironment = cleanToken(env[name] ?? '');
  if (fromEnvironment !== null) return { token: fromEnvironment, source: { kind: 'environment', name } };
  const path = hubFolders(env).token;
  const fromFile = cleanToken((await (places.read ?? readText)(path)) ?? '');
  if (fromFile !== null) return { token: fromFile, source: { kind: 'file', path } };
  const pasted = cleanToken((await places.secret?.()) ?? '');
  return pasted === null ? null : { token: pasted, source: { kind: 'secret-store' } };
}

async function readText(path: string): Promise<string | null> {
  try {
    return await fs.readFile(path, 'utf8');
  } catch {
    return null;
  }
}
