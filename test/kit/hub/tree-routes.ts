import * as v from 'valibot';
import { json, type Answer } from './answer.ts';
import { bodyBytes, nextPage, page, parameter, parseJson, type Call } from './call.ts';
import { missing } from './hub-error.ts';
import { entryAt, lastCommit, treeEntries, type TreeEntry } from './repository-view.ts';
import { repositoryTypes, type Commit, type Repository } from './repository.ts';
import type { RepositoryStore } from './repository-store.ts';
import { route, type Route } from './router.ts';

const PathsRequest = v.object({ paths: v.array(v.string()), expand: v.optional(v.boolean(), false) });

/** Lists of files. */
export function treeRoutes(store: RepositoryStore, pageSize: number): Route[] {
  return repositoryTypes.flatMap((type) => {
    const api = `/api/${type}s/:ns/:name`;
    const tree = (call: Call): Answer => listTree(store.forReading(call, type), call, pageSize);
    return [
      route('GET', `${api}/tree/:rev`, 'read', tree),
      route('GET', `${api}/tree/:rev/:path*`, 'read', tree),
      route('POST', `${api}/paths-info/:rev`, 'read', (call) =>
        pathsInfo(store.forReading(call, type), call),
      ),
    ];
  });
}

function listTree(repository: Repository, call: Call, pageSize: number): Answer {
  const commit = repository.commit(parameter(call, 'rev'));
  const folder = parameter(call, 'path').replace(/\/$/, '');
  const entries = treeEntries(commit, folder, isOn(call.url.searchParams.get('recursive')));
  if (entries === null)
    throw missing('EntryNotFound', `${folder} does not exist on "${parameter(call, 'rev')}"`);
  const limit = Number(call.url.searchParams.get('limit') ?? pageSize);
  const { items, cursor } = page(call, entries, Math.min(Math.max(1, limit), pageSize));
  const expanded = isOn(call.url.searchParams.get('expand'));
  return json(expand(repository, commit, items, expanded), nextPage(call, cursor));
}

async function pathsInfo(repository: Repository, call: Call): Promise<Answer> {
  const request = readPaths((await bodyBytes(call)).toString('utf8'), call);
  const commit = repository.commit(parameter(call, 'rev'));
  const entries = request.paths.map((path) => entryAt(commit, path)).filter((entry) => entry !== null);
  return json(expand(repository, commit, entries, request.expand));
}

/** Python sends a form, JavaScript JSON. */
function readPaths(body: string, call: Call): v.InferOutput<typeof PathsRequest> {
  if (call.request.headers['content-type']?.includes('json') === true) return parseJson(body, PathsRequest);
  const form = new URLSearchParams(body);
  return { paths: form.getAll('paths'), expand: isOn(form.get('expand')) };
}

function expand(
  repository: Repository,
  commit: Commit,
  entries: readonly TreeEntry[],
  wanted: boolean,
): object[] {
  return wanted ? entries.map((entry) => lastCommit(repository, commit, entry)) : [...entries];
}

function isOn(value: string | null): boolean {
  return value !== null && /^(?:true|1)$/i.test(value);
}
