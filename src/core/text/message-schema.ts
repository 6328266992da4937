import * as v from 'valibot';
import type { Message } from './message.ts';

/** Schema of a message that crosses a boundary. */
export const messageSchema: v.GenericSchema<Message> = v.object({
  id: v.string(),
  args: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.lazy(() => messageSchema)]))),
});
