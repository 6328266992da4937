import { findInterpreter } from '../node/python/find-interpreter.ts';
import type { Interpreter } from '../node/python/interpreter.ts';
import { asUsage } from './as-usage.ts';
import type { CommandContext } from './command.ts';

/**
 * The interpreter of a command line: the one that is named, else VIRTUAL_ENV's, else the first of PATH that can train. None of the
 * folder itself is run, because a folder that was only cloned must not execute anything.
 * @throws {UsageError} if the named one is not there; {HumanError} if none is found.
 */
export async function commandInterpreter(context: CommandContext): Promise<Interpreter> {
  const { python, env } = context;
  if (python === null) return findInterpreter({ folder: null, env });
  const named = { command: python, source: { id: 'python.source.named' } };
  return asUsage(findInterpreter({ named, folder: null, env }));
}
