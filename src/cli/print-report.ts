import type { CommandContext } from './command.ts';

/** Prints the one document of `--format json`. */
export async function printReport(report: object, { out }: Pick<CommandContext, 'out'>): Promise<void> {
  await out(`${JSON.stringify(report, null, 2)}\n`);
}
