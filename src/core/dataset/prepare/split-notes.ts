import type { Message } from '../../text/message.ts';
import { comparingNotes, type ReadSource } from './source-notes.ts';
import type { Split } from './split-rows.ts';

/** What is to be said of a file that was divided. */
export function splitNotes(source: ReadSource, split: Split): Message[] {
  const { eval: held, asked, groups, largestGroup: largest, rows, toldFurther } = split;
  const notes = comparingNotes(source, split);
  if (groups < rows) notes.push({ id: 'prepare.split.groups', args: { groups, largest } });
  if (toldFurther > 0) notes.push({ id: 'prepare.split.told-further', args: { rows: toldFurther } });
  if (held !== asked) notes.push({ id: 'prepare.split.not-met', args: { eval: held, asked, largest } });
  return notes;
}
