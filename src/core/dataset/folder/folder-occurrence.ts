import type { MessageArgs } from '../../text/message.ts';
import type { Occurrence } from '../rule.ts';
import type { FolderPlace } from './folder-place.ts';

/**
 * A finding about a file as part of its folder. Where nothing says that the folder is loaded as a whole, it is only a note whose
 * sentence says so.
 */
export function folderOccurrence(
  { isLoadedWhole }: Pick<FolderPlace, 'isLoadedWhole'>,
  id: string,
  args: MessageArgs,
): Pick<Occurrence, 'message' | 'severity'> {
  const message = { id, args };
  if (isLoadedWhole) return { message };
  return { message: { id: 'dataset.folder.if', args: { sentence: message } }, severity: 'info' };
}
