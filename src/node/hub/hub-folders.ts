import os from 'node:os';
import path from 'node:path';

/** Folders and files of huggingface_hub and accelerate on this computer, all absolute where HOME is. */
export interface HubFolders {
  /** Cache of models and datasets: `models--ns--name/…`. */
  readonly cache: string;
  readonly token: string;
  /** Folder of `default_config.yaml` that `accelerate config` writes. */
  readonly accelerate: string;
}

/** The folders as huggingface_hub 2.4 constants.py:160-258 and accelerate 1.15 config_args.py:30 find them. */
export function hubFolders(env: NodeJS.ProcessEnv): HubFolders {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? os.homedir();
  const expand = (text: string): string => expandPath(text, env, home);
  const caches = env['XDG_CACHE_HOME'] ?? path.join(home, '.cache');
  const hubHome = expand(env['HF_HOME'] ?? path.join(caches, 'huggingface'));
  return {
    cache: expand(env['HF_HUB_CACHE'] ?? env['HUGGINGFACE_HUB_CACHE'] ?? path.join(hubHome, 'hub')),
    token: expand(env['HF_TOKEN_PATH'] ?? path.join(hubHome, 'token')),
    accelerate: path.join(hubHome, 'accelerate'),
  };
}

/** Python's expandvars and expanduser: variables that are not set stay as they are written. */
function expandPath(text: string, env: NodeJS.ProcessEnv, home: string): string {
  const filled = text.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    return env[braced ?? bare ?? ''] ?? whole;
  });
  return filled === '~' || filled.startsWith('~/') ? path.join(home, filled.slice(1)) : filled;
}
