import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HumanError } from '../../core/text/human-error.ts';
import type { HubConnection } from './hub-connection.ts';
import { HubError } from './hub-error.ts';
import { hubRequest } from './hub-request.ts';
import { lookUpRepository, repositoryPath, type RepositoryRef } from './look-up-repository.ts';
import { packageFetch } from './package-fetch.ts';
import { safeJoin } from './safe-join.ts';

export interface DownloadRequest extends RepositoryRef {
  /** Branch, tag or commit; by default the newest commit of the main branch. */
  readonly revision?: string;
  /** Made where it is not there. */
  readonly folder: string;
  /** Which files, by their path in the repository; all by default. */
  readonly wanted?: (path: string) => boolean;
  readonly signal?: AbortSignal;
  /** Bytes of all wanted files. */
  readonly onProgress?: (done: number, total: number) => void;
}

interface RemoteFile {
  readonly path: string;
  readonly size: number;
}

/**
 * Downloads a repository's files, one after the other. A file has its name when all of it is there, never before; what was there
 * by that name is replaced.
 * @returns the paths that were downloaded, as the repository names them
 * @throws {HubError} if it is refused; {HumanError} for a name that leads out of the folder, or a file that came short
 */
export async function downloadRepository(
  connection: HubConnection,
  request: DownloadRequest,
): Promise<string[]> {
  request.signal?.throwIfAborted();
  const pinned = { ...request, revision: request.revision ?? (await newestCommit(connection, request)) };
  const files = await listRepository(connection, pinned);
  const total = files.reduce((sum, each) => sum + each.size, 0);
  let done = 0;
  await fs.mkdir(request.folder, { recursive: true });
  for (const file of files) {
    const target = await safeJoin(request.folder, file.path);
    await downloadFile(connection, pinned, file, target, (bytes) => {
      done += bytes;
      request.onProgress?.(done, total);
    });
  }
  return files.map((each) => each.path);
}

/** So that a commit that comes while we download cannot mix two states. */
async function newestCommit(connection: HubConnection, repository: RepositoryRef): Promise<string> {
  const state = await lookUpRepository(connection, repository);
  if (state === null) throw new HubError('not-found', connection.endpoint, repository.id, 404);
  return state.commit ?? 'main';
}

async function listRepository(
  connection: HubConnection,
  { type, id, revision, wanted = () => true, signal }: DownloadRequest & { revision: string },
): Promise<RemoteFile[]> {
  const { listFiles } = await import('@huggingface/hub');
  const call = packageFetch(connection);
  const entries = listFiles({
    repo: { type, name: id },
    revision: encodeURIComponent(revision),
    recursive: true,
    hubUrl: connection.endpoint,
    fetch: (input, init) => call(input, signal === undefined ? init : { ...init, signal }),
  });
  const files: RemoteFile[] = [];
  for await (const entry of entries) {
    if (entry.type === 'file' && wanted(entry.path)) files.push({ path: entry.path, size: entry.size });
  }
  return files;
}

async function downloadFile(
  connection: HubConnection,
  { signal, revision, ...repository }: DownloadRequest & { revision: string },
  file: RemoteFile,
  target: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const name = file.path.split('/').map(encodeURIComponent).join('/');
  const address = `${repositoryPath(repository)}/resolve/${encodeURIComponent(revision)}/${name}`;
  await fs.mkdir(path.dirname(target), { recursive: true });
  const part = `${target}.part`;
  try {
    const answer = await hubRequest(connection, address, signal === undefined ? {} : { signal });
    await writeBody(answer, part, connection.endpoint, onBytes, signal);
    const { size } = await fs.stat(part);
    if (size !== file.size) {
      const args = { endpoint: connection.endpoint, path: file.path, got: size, size: file.size };
      throw new HumanError('hub.incomplete-download', args);
    }
    await fs.rename(part, target);
  } catch (error) {
    await fs.rm(part, { force: true });
    throw error;
  }
}

async function writeBody(
  answer: Response,
  part: string,
  endpoint: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  // A link that stands there by this name must not lead the file elsewhere.
  await fs.rm(part, { force: true });
  const file = createWriteStream(part, { flags: 'wx' });
  try {
    await pipeline(counted(answer, onBytes), file, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    // fetch names a connection that broke in the middle a TypeError; anything else is the disk's.
    if (error instanceof TypeError) throw new HubError('unreachable', endpoint, null, null, { cause: error });
    throw error;
  }
}

async function* counted(answer: Response, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of answer.body ?? []) {
    onBytes(piece.byteLength);
    yield piece;
  }
}
