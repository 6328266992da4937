import * as v from 'valibot';
import { conversionTarget } from '../dataset/prepare/convert/example.ts';
import { columnSettings, preparation, prepared, preparingProgress } from '../dataset/prepare/preparation.ts';
import { conversionPreview, readOrRefused, sourceColumn } from '../dataset/prepare/preview/row-preview.ts';

/** What a worker does for one who prepares a dataset. The start of the extension does not carry it. */
export const prepareCalls = {
  /** One at a time in a thread. */
  prepare: { arg: preparation, result: prepared },
  stopPreparing: { arg: v.undefined(), result: v.undefined() },
  columnsOf: { arg: v.object({ input: v.string() }), result: readOrRefused(v.array(sourceColumn)) },
  previewConversion: {
    arg: v.object({ input: v.string(), to: conversionTarget, map: columnSettings }),
    result: readOrRefused(conversionPreview),
  },
} as const;

/** What it tells its owner meanwhile. */
export const prepareOwnerCalls = {
  preparingProgress: { arg: preparingProgress, result: v.undefined() },
} as const;
