import { prepareMessages } from '../../../core/dataset/prepare/messages.ts';
import { prepareWords } from '../../../core/dataset/prepare/words.ts';
import { addSentences } from '../../../core/text/catalogue.ts';
import { chooseInput } from './choose-input.ts';
import { convertDataset } from './convert-dataset.ts';
import { deduplicateDataset } from './deduplicate-dataset.ts';
import { excludeRows } from './exclude-rows.ts';
import { mergeDatasets } from './merge-datasets.ts';
import type { Preparations } from './preparations.ts';
import type { PrepareCommand } from './prepare-commands.ts';
import { PrepareSession } from './prepare-session.ts';
import { sampleDataset, shuffleDataset } from './sample-dataset.ts';
import { splitDataset } from './split-dataset.ts';

// What this feature alone has to say: the start of the extension does not carry it.
addSentences(prepareMessages, prepareWords);

/** @param onError what fails after the command is done is told here */
type Action = (
  argument: unknown,
  preparations: Preparations,
  onError: (error: unknown) => void,
) => Promise<void>;

/** What the commands do that prepare datasets. */
export const prepareActions: Readonly<Record<PrepareCommand, Action>> = {
  convertDataset: onDataset(convertDataset),
  splitDataset: onDataset(splitDataset),
  deduplicateDataset: onDataset(deduplicateDataset),
  sampleDataset: onDataset(sampleDataset),
  shuffleDataset: onDataset(shuffleDataset),
  mergeDatasets: onDataset(mergeDatasets),
  excludeRows: onDataset(excludeRows),
};

/** A command that begins with a dataset. Its thread ends with it. */
function onDataset(work: (session: PrepareSession) => Promise<void>): Action {
  return async (argument, preparations, onError) => {
    const dataset = await chooseInput(argument);
    if (dataset === undefined) return;
    await preparations.withThread((thread) =>
      work(new PrepareSession(dataset, thread, preparations, onError)),
    );
  };
}
