import type { OutgoingHttpHeaders } from 'node:http';
import { text, type Answer } from './answer.ts';
import { parameter, type Call } from './call.ts';
import { HubError, missing } from './hub-error.ts';
import type { ObjectStore } from './object-store.ts';
import { lfsPointer, repositoryTypes, type Repository, type StoredFile } from './repository.ts';
import type { RepositoryStore } from './repository-store.ts';
import { route, type Route } from './router.ts';

/** Files at a revision, whole or in part. Large ones come from here too: there is no storage to be sent to. */
export function downloadRoutes(store: RepositoryStore): Route[] {
  return repositoryTypes.flatMap((type) => {
    const base = type === 'model' ? '/:ns/:name' : `/${type}s/:ns/:name`;
    return [
      route('GET', `${base}/resolve/:rev/:path*`, 'read', (call) =>
        resolve(store.forReading(call, type), store.objects, call),
      ),
      route('GET', `${base}/raw/:rev/:path*`, 'read', (call) =>
        raw(store.forReading(call, type), store.objects, call),
      ),
    ];
  });
}

function resolve(repository: Repository, objects: ObjectStore, call: Call): Answer {
  const { file, headers } = find(repository, call);
  return bytes(call, objects.path(file.sha256), file.size, headers);
}

/** As git has it: the pointer in place of a large file. */
function raw(repository: Repository, objects: ObjectStore, call: Call): Answer {
  const { file, headers } = find(repository, call);
  if (file.lfs !== null) return text(lfsPointer(file.sha256, file.size), headers);
  return bytes(call, objects.path(file.sha256), file.size, headers);
}

function find(repository: Repository, call: Call): { file: StoredFile; headers: OutgoingHttpHeaders } {
  const commit = repository.commit(parameter(call, 'rev'));
  const file = commit.files.get(parameter(call, 'path'));
  if (file === undefined) {
    const error = missing('EntryNotFound', 'Entry not found');
    throw new HubError(404, error.message, { ...error.headers, 'X-Repo-Commit': commit.sha });
  }
  const etag = `"${file.lfs === null ? file.oid : file.sha256}"`;
  const linked = { 'X-Linked-Size': String(file.size), 'X-Linked-ETag': etag };
  const headers = { 'X-Repo-Commit': commit.sha, ETag: etag, 'Accept-Ranges': 'bytes' };
  return { file, headers: file.lfs === null ? headers : { ...headers, ...linked } };
}

function bytes(call: Call, path: string, size: number, headers: OutgoingHttpHeaders): Answer {
  const range = requestedRange(call.request.headers.range, size);
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const length = end - start + 1;
  const all = {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(length),
    ...(range === null ? {} : { 'Content-Range': `bytes ${start}-${Math.max(start, end)}/${size}` }),
    ...headers,
  };
  const file = call.request.method === 'HEAD' || length === 0 ? null : { path, start, end };
  return { kind: 'file', status: range === null ? 200 : 206, file, headers: all };
}

/** Null for the whole file. An empty file answers any range with nothing, for clients that ask for a first byte to learn the size. */
function requestedRange(header: string | undefined, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return null;
  const [first = '', last = ''] = match.slice(1);
  if (size === 0) return { start: 0, end: -1 };
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start <= end) return { start, end };
  throw new HubError(416, 'Range not satisfiable', { 'Content-Range': `bytes */${size}` });
}
