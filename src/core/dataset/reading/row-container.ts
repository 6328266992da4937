import * as v from 'valibot';

/** Where the rows of a file stand: which line a row begins at depends on it. */
export const rowContainer = v.picklist(['line', 'element', 'document', 'record']);
export type RowContainer = v.InferOutput<typeof rowContainer>;
