import type { Preparations } from './preparations.ts';
import { chooseInput } from './choose-input.ts';
import { convertDataset } from './convert-dataset.ts';
import { deduplicateDataset } from './deduplicate-dataset.ts';
import { excludeRows } from './exclude-rows.ts';
import { mergeDatasets } from './merge-datasets.ts';
import { PrepareSession } from './prepare-session.ts';
import { sampleDataset, shuffleDataset } from './sample-dataset.ts';
import { splitDataset } from './split-dataset.ts';

type Action = (argument: unknown, preparations: Preparations) => Promise<void>;

export const convert = onDataset(convertDataset);
export const split = onDataset(splitDataset);
export const deduplicate = onDataset(deduplicateDataset);
export const sample = onDataset(sampleDataset);
export const shuffle = onDataset(shuffleDataset);
export const merge = onDataset(mergeDatasets);
export const exclude = onDataset(excludeRows);

/** A command that begins with a dataset. Its thread ends with it. */
function onDataset(work: (session: PrepareSession) => Promise<void>): Action {
  return async (argument, preparations) => {
    const dataset = await chooseInput(argument);
    if (dataset === undefined) return;
    await preparations.withThread((thread) => work(new PrepareSession(dataset, thread, preparations)));
  };
}
