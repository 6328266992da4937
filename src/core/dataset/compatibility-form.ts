import { matches } from './text-block.ts';

/** Whether a text may hold Hangul as jamo or full-width characters: one look for the rules about both. */
export const mayHoldOtherForms = matches(/[\u1100-\u1112\uff01-\uff5d]|\\u(?:11|[fF]{2})/);
