import type { CommandRegistry } from '../../kit/commands.ts';
import type { Preparations } from './preparations.ts';

/** The commands that make new dataset files of others. What they do is loaded when one is called. */
export function registerPrepareCommands(commands: CommandRegistry, preparations: Preparations): void {
  const load = () => import('./prepare-actions.ts');
  commands.register('convertDataset', async (argument) => {
    await (await load()).convert(argument, preparations);
  });
  commands.register('splitDataset', async (argument) => {
    await (await load()).split(argument, preparations);
  });
  commands.register('deduplicateDataset', async (argument) => {
    await (await load()).deduplicate(argument, preparations);
  });
  commands.register('sampleDataset', async (argument) => {
    await (await load()).sample(argument, preparations);
  });
  commands.register('shuffleDataset', async (argument) => {
    await (await load()).shuffle(argument, preparations);
  });
  commands.register('mergeDatasets', async (argument) => {
    await (await load()).merge(argument, preparations);
  });
  commands.register('excludeRows', async (argument) => {
    await (await load()).exclude(argument, preparations);
  });
}
