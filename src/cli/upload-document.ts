import type { UploadReport } from '../core/hub/upload-report.ts';
import { bytesOf, type UploadTarget } from '../core/hub/upload-words.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language } from '../core/text/message.ts';
import type { PreparedUpload } from '../node/hub/prepare-upload.ts';

/** The document of `--format json`, without what the upload itself adds. */
export function uploadDocument(
  prepared: PreparedUpload,
  target: UploadTarget,
  language: Language,
): Omit<UploadReport, 'created' | 'commit'> {
  const { runId, id, baseModel, files, notes } = prepared;
  return {
    version: 1,
    run: runId,
    repository: id,
    url: target.url,
    private: target.private,
    baseModel,
    files: files.map((each) => ({ path: each.path, bytes: each.bytes })),
    bytes: bytesOf(files),
    notes: notes.map((note) => formatMessage(note, language)),
  };
}
