import type { PreparingProgress } from '../../core/dataset/prepare/preparation.ts';
import { previewConversion } from '../../core/dataset/prepare/preview/preview-conversion.ts';
import { sourceColumns } from '../../core/dataset/prepare/preview/source-columns.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import type { prepareCalls } from '../../core/protocol/prepare-contract.ts';
import { mappingOf } from '../dataset/prepare/run-preparation.ts';
import { PreparingTurn } from './preparing-turn.ts';
import { readOf } from './read-of.ts';

/** What a worker does for one who prepares a dataset. @param tell takes how far it is */
export function prepareHandlers(tell: (progress: PreparingProgress) => void): Handlers<typeof prepareCalls> {
  const turn = new PreparingTurn(tell);
  return {
    prepare: (asked) => turn.run(asked),
    stopPreparing: () => turn.stop(),
    columnsOf: ({ input }) => readOf(input, sourceColumns),
    previewConversion: ({ input, to, map }) =>
      readOf(input, (rows) => previewConversion(rows, to, mappingOf(map))),
  };
}
