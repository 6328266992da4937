import type { CommandName, CommandRegistry } from '../../kit/commands.ts';
import type { Preparations } from './preparations.ts';

const names = [
  'convertDataset',
  'splitDataset',
  'deduplicateDataset',
  'sampleDataset',
  'shuffleDataset',
  'mergeDatasets',
  'excludeRows',
] as const satisfies readonly CommandName[];

/** A command that makes new dataset files of others. */
export type PrepareCommand = (typeof names)[number];

/** Registers these commands. What they do is loaded when one is called. */
export function registerPrepareCommands(commands: CommandRegistry, preparations: Preparations): void {
  const report = (error: unknown): void => commands.report(error);
  for (const name of names) {
    commands.register(name, async (argument) => {
      const { prepareActions } = await import('./prepare-actions.ts');
      await prepareActions[name](argument, preparations, report);
    });
  }
}
