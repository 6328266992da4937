import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError, type CommandArguments, type CommandContext } from './command.ts';
import { pathRefusal } from './path-refusal.ts';

/** The absolute path of the one file that a command is given. @throws {UsageError} if it is not one, or cannot be opened */
export async function inputFile(
  command: string,
  { positionals }: CommandArguments,
  context: CommandContext,
): Promise<string> {
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError({ id: 'cli.one-file', args: { command } });
  return readableFile(named, context);
}

/** The absolute path of a file or folder that is named. @throws {UsageError} if it cannot be opened, or is a pipe, a device or a socket */
export async function readableFile(named: string, { cwd }: CommandContext): Promise<string> {
  const file = path.resolve(cwd, named);
  try {
    await access(file, constants.R_OK);
    const stats = await stat(file);
    if (!stats.isFile() && !stats.isDirectory())
      throw new UsageError({ id: 'prepare.no-regular-file', args: { path: named } });
  } catch (error) {
    throw pathRefusal(error, named) ?? error;
  }
  return file;
}
