import type { UploadReport } from '../core/hub/upload-report.ts';
import { formatBytes } from '../core/text/format-bytes.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language, Message } from '../core/text/message.ts';
import type { PreparedUpload } from '../node/hub/prepare-upload.ts';
import type { UploadTarget } from '../node/hub/upload-run.ts';

/** What leaves: each file with its size, then where they go and who can read them there. */
export function leavingLines(prepared: PreparedUpload, target: UploadTarget, language: Language): string {
  const { files, id, notes } = prepared;
  const sizes = files.map((each) => formatBytes(each.bytes));
  const wide = Math.max(...sizes.map((size) => size.length));
  const lines = files.map((each, index) => `${(sizes[index] ?? '').padStart(wide)}  ${each.path}`);
  const where = target.exists ? visibility(target.private) : newVisibility(target.private);
  const size = formatBytes(bytesOf(prepared));
  const total = {
    id: 'upload.goes-to',
    args: { size, files: files.length, url: target.url, visibility: where },
  };
  const kept = {
    id: 'upload.visibility-kept',
    args: { repository: id, visibility: visibility(target.private) },
  };
  const said = [total, ...(target.exists ? [kept] : []), ...notes].map((each) =>
    formatMessage(each, language),
  );
  return `${[...lines, ...said].join('\n')}\n`;
}

/** The document of `--format json`, without what the upload itself adds. */
export function uploadDocument(
  prepared: PreparedUpload,
  target: UploadTarget,
  language: Language,
): Omit<UploadReport, 'created' | 'commit'> {
  return {
    version: 1,
    run: prepared.runId,
    repository: prepared.id,
    url: target.url,
    private: target.private,
    baseModel: prepared.baseModel,
    files: prepared.files.map((each) => ({ path: each.path, bytes: each.bytes })),
    bytes: bytesOf(prepared),
    notes: prepared.notes.map((note) => formatMessage(note, language)),
  };
}

/** The last line: where it is now. */
export function doneLine({ url, private: isPrivate }: UploadTarget, language: Language): string {
  return `${formatMessage({ id: 'upload.done', args: { url, visibility: visibility(isPrivate) } }, language)}\n`;
}

function bytesOf({ files }: PreparedUpload): number {
  return files.reduce((bytes, each) => bytes + each.bytes, 0);
}

function visibility(isPrivate: boolean): Message {
  return { id: isPrivate ? 'upload.private' : 'upload.public' };
}

function newVisibility(isPrivate: boolean): Message {
  return { id: isPrivate ? 'upload.new-private' : 'upload.new-public' };
}
