import path from 'node:path';
import { runFiles } from './run-directory.ts';
import type { LaunchRequest } from './launch-request.ts';

const tokenNames = ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'];
// Set by VS Code for its own processes.
const editorNames = ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'];

type Needs = Pick<LaunchRequest, 'env' | 'offline' | 'needsToken' | 'pastedToken'>;

/** The environment of a run, whose runner lies in its directory. */
export function childEnvironment(request: LaunchRequest, directory: string): NodeJS.ProcessEnv {
  return {
    ...runnerEnvironment(request, path.join(directory, runFiles.runner)),
    TUNING_FORK_RUN_DIR: directory,
  };
}

/**
 * The environment of the runner's Python: the launching process's, with Python made predictable (UTF-8, unbuffered, no module from
 * the working directory), telemetry off (TRL's own goes by the Hub's switch, trl 1.16 base_trainer.py:84), and no token that is not
 * needed.
 * @param pythonFolder folder that holds the package `tuning_fork`
 */
export function runnerEnvironment(
  { env, offline, needsToken, pastedToken = null }: Needs,
  pythonFolder: string,
): NodeJS.ProcessEnv {
  const dropped = new Set([...editorNames, ...(needsToken ? [] : tokenNames)]);
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !dropped.has(name))),
    PYTHONPATH: [pythonFolder, ...absolutePaths(env['PYTHONPATH'])].join(path.delimiter),
    PYTHONSAFEPATH: '1',
    PYTHONUTF8: '1',
    PYTHONUNBUFFERED: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    DO_NOT_TRACK: '1',
    ...(offline ? { HF_HUB_OFFLINE: '1' } : {}),
    ...(needsToken ? {} : { HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' }),
    ...(needsToken && pastedToken !== null ? { HF_TOKEN: pastedToken } : {}),
  };
}

/** The user's own PYTHONPATH stays, as for plain TRL, but for entries that mean the working directory. */
function absolutePaths(value: string | undefined): string[] {
  return (value ?? '').split(path.delimiter).filter((each) => path.isAbsolute(each));
}
