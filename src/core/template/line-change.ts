import * as v from 'valibot';

/** Lines of a text beside another's: so many that are the same, or one that is only in one of them. */
export const lineChange = v.variant('kind', [
  v.object({ kind: v.literal('same'), lines: v.number() }),
  v.object({ kind: v.literal('added'), text: v.string() }),
  v.object({ kind: v.literal('removed'), text: v.string() }),
]);
export type LineChange = v.InferOutput<typeof lineChange>;
