import * as v from 'valibot';
import { messageSchema } from '../../text/message-schema.ts';

/** What a fix does to the file. */
const edit = v.variant('kind', [
  /** Puts `text`, JSON-escaped where it must be, in the place of the finding's characters. */
  v.object({ kind: v.literal('replace'), text: v.string() }),
  /** Removes the line of the finding with its end. */
  v.object({ kind: v.literal('remove-line') }),
  /** Ends every line of the file with LF. */
  v.object({ kind: v.literal('line-ends') }),
]);

/** A change that mends a finding. */
export const fix = v.object({
  /** What it does, as an order: `Remove the character`. */
  title: messageSchema,
  edit,
  /** Nothing that anybody can have meant is lost: `--fix` and *Fix All* apply it without asking. */
  safe: v.boolean(),
});
export type Fix = v.InferOutput<typeof fix>;
