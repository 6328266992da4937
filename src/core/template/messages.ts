import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const templateMessages = {} as const satisfies MessageTable;
