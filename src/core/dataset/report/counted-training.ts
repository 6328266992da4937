import * as v from 'valibot';
import { datasetReport, trainedTokens } from './dataset-report.ts';

/** What would be trained of a file, with the beginnings of the rows that it names. */
export const countedTraining = v.object({ tokens: trainedTokens, excerpts: datasetReport.entries.excerpts });
export type CountedTraining = v.InferOutput<typeof countedTraining>;
