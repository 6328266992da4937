import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const recipeMessages = {} as const satisfies MessageTable;
