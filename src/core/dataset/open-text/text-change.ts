import * as v from 'valibot';

const position = v.object({ line: v.number(), character: v.number() });

/** What stood between two places is replaced. Lines and UTF-16 units count from 0, in the text as the changes before have left it. */
export const textChange = v.object({ from: position, to: position, text: v.string() });
export type TextChange = v.InferOutput<typeof textChange>;
