import fs from 'node:fs/promises';
import { isToken, type TokenSource } from '../../core/hub/token-source.ts';
import { hubFolders } from './hub-folders.ts';

/** Reads a file of the user; null where there is none. Passed in by tests. */
export interface TokenFiles {
  readonly read: (path: string) => Promise<string | null>;
}

/**
 * Which token the Python client would send, without its value (huggingface_hub 2.4 utils/_auth.py:83): an OIDC resource, then
 * HF_TOKEN, then HUGGING_FACE_HUB_TOKEN where HF_TOKEN is unset or empty, then the token file. A blank HF_TOKEN hides the second.
 */
export async function findToken(env: NodeJS.ProcessEnv, files: TokenFiles = disk): Promise<TokenSource> {
  if (env['HF_OIDC_RESOURCE']) return { present: true, source: 'HF_OIDC_RESOURCE' };
  const variable = env['HF_TOKEN'] ? 'HF_TOKEN' : 'HUGGING_FACE_HUB_TOKEN';
  if (isToken(env[variable] ?? '')) return { present: true, source: variable };
  const { token } = hubFolders(env);
  const text = await files.read(token);
  return text !== null && isToken(text) ? { present: true, source: token } : { present: false, source: null };
}

const disk: TokenFiles = {
  read: async (path) => {
    try {
      return await fs.readFile(path, 'utf8');
    } catch {
      return null;
    }
  },
};
