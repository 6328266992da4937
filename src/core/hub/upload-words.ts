import { formatBytes } from '../text/format-bytes.ts';
import { formatMessage } from '../text/format-message.ts';
import type { Language, Message } from '../text/message.ts';

/** What would leave this computer. */
export interface Leaving {
  /** `namespace/name` of the repository. */
  readonly id: string;
  /** Where the model lies; its files are read from there. */
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly notes: readonly Message[];
}

/** Where an upload goes: known before anything is sent, so that it can be confirmed. */
export interface UploadTarget {
  readonly url: string;
  /** As it is, or as it will be made. */
  readonly private: boolean;
  readonly exists: boolean;
}

/** What leaves, from where: each file with its size, then where they go and who can read them there. One line each. */
export function leavingLines(
  { id, folder, files, notes }: Leaving,
  target: UploadTarget,
  language: Language,
): string[] {
  const sizes = files.map((each) => formatBytes(each.bytes));
  const wide = Math.max(...sizes.map((size) => size.length));
  const where = target.exists ? visibility(target.private) : newVisibility(target.private);
  const size = formatBytes(bytesOf(files));
  const total = {
    id: 'upload.goes-to',
    args: { size, files: files.length, url: target.url, visibility: where },
  };
  const kept = {
    id: 'upload.visibility-kept',
    args: { repository: id, visibility: visibility(target.private) },
  };
  const said = [total, ...(target.exists ? [kept] : []), ...notes];
  return [
    formatMessage({ id: 'upload.from', args: { folder } }, language),
    ...files.map((each, index) => `${(sizes[index] ?? '').padStart(wide)}  ${each.path}`),
    ...said.map((each) => formatMessage(each, language)),
  ];
}

/** Where it is now. */
export function doneSentence({ url, private: isPrivate }: UploadTarget): Message {
  return { id: 'upload.done', args: { url, visibility: visibility(isPrivate) } };
}

export function bytesOf(files: Leaving['files']): number {
  return files.reduce((bytes, each) => bytes + each.bytes, 0);
}

function visibility(isPrivate: boolean): Message {
  return { id: isPrivate ? 'upload.private' : 'upload.public' };
}

function newVisibility(isPrivate: boolean): Message {
  return { id: isPrivate ? 'upload.new-private' : 'upload.new-public' };
}
