import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const runMessages = {} as const satisfies MessageTable;
