import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const datasetMessages = {} as const satisfies MessageTable;
