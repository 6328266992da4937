import fs from 'node:fs';
import { HumanError } from '../../core/text/human-error.ts';
import { chooseTorch } from './choose-torch.ts';
import { environmentSteps, environmentPython, type InstallStep } from './install-steps.ts';
import { runsTrl, type Interpreter } from './interpreter.ts';

/** How an environment will be made: shown to the user before anything is installed. */
export interface EnvironmentPlan {
  readonly steps: readonly InstallStep[];
  /** The interpreter that the environment will have. */
  readonly python: string;
}

/**
 * Plans an environment at a folder from a base interpreter. An environment that is already there is completed, not made anew.
 * @throws {HumanError} if the base is too old for TRL or cannot make environments.
 */
export async function planEnvironment(
  base: Interpreter,
  environment: string,
  requirements: string,
  env: NodeJS.ProcessEnv,
): Promise<EnvironmentPlan> {
  if (!runsTrl(base)) throw new HumanError('python.too-old', { path: base.path, version: base.version });
  const { platform } = process;
  if (!base.ensurepip)
    throw new HumanError('python.no-venv', { path: base.path, cure: ensurepipCure(platform, base) });
  const torch = await chooseTorch(base.path, env);
  const steps = environmentSteps({ python: base.path, environment, requirements, torch, platform });
  const python = environmentPython(environment, platform);
  return { steps: fs.existsSync(python) ? steps.slice(1) : steps, python };
}

/** Debian and Ubuntu ship Python without ensurepip; elsewhere uv makes environments of its own. */
function ensurepipCure(platform: NodeJS.Platform, base: Interpreter): string {
  const [major, minor] = base.version.split('.');
  return platform === 'linux'
    ? `"sudo apt install python${major}.${minor}-venv"`
    : '"pip install virtualenv"';
}
