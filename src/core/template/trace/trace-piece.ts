import * as v from 'valibot';

/** A value of the data that a template was given: `path` from the data's top, such as `['messages', 2, 'content']`. */
export const dataPlace = v.object({
  path: v.array(v.union([v.string(), v.number()])),
  /** Where in the string value the piece begins, in UTF-16 units, unescaped; null if it comes from the value as a whole. */
  offset: v.nullable(v.number()),
});
export type DataPlace = v.InferOutput<typeof dataPlace>;

/**
 * A stretch of a rendered text with one origin. Pieces stand in the order of the text and cover it. A piece whose data has an
 * offset has the same characters as the value there.
 */
export const tracePiece = v.object({
  /** UTF-16 units of the rendered text; never 0. */
  length: v.number(),
  /** UTF-16 offsets in the template, end exclusive: the literal text, or the expression that wrote it. */
  template: v.tuple([v.number(), v.number()]),
  data: v.nullable(dataPlace),
});
export type TracePiece = v.InferOutput<typeof tracePiece>;
