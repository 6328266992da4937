import process from 'node:process';
import { aptLine, installByApt } from './apt.ts';
import { findProgram } from './find-program.ts';

const TOOLS = ['make', 'g++'];

/**
 * What compiles the native parts of VS Code for the browser: there already, or brought by apt.
 * @throws with the line that installs it, where this process may not
 */
export function ensureCompiler(env: NodeJS.ProcessEnv = process.env, install = installByApt): void {
  const missing = TOOLS.filter((tool) => findProgram(tool, env) === undefined);
  if (missing.length === 0 || install(missing, 'the native parts of VS Code for the browser')) return;
  throw new Error(
    `VS Code for the browser needs ${missing.join(' and ')}. Install them: ${aptLine(missing)}`,
  );
}
