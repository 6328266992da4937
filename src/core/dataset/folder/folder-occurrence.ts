import type { MessageArgs } from '../../text/message.ts';
import type { Occurrence } from '../rule.ts';
import type { FolderPlace } from './folder-place.ts';

/** What is said of a file with its folder: no more than a note, in a sentence that says when, where nothing says that it is loaded so. */
export function folderOccurrence(
  { isLoadedWhole }: Pick<FolderPlace, 'isLoadedWhole'>,
  id: string,
  args: MessageArgs,
): Pick<Occurrence, 'message' | 'severity'> {
  const message = { id, args };
  if (isLoadedWhole) return { message };
  return { message: { id: 'dataset.folder.if', args: { sentence: message } }, severity: 'info' };
}
