import * as v from 'valibot';
import { owns } from './accounts.ts';
import { json, text, type Answer } from './answer.ts';
import { bodyJson, nextPage, page, parameter, signedIn, type Call } from './call.ts';
import { HubError } from './hub-error.ts';
import { repositoryPath } from './repository-path.ts';
import { repositoryInfo } from './repository-view.ts';
import { repositoryTypes, type Repository, type RepositoryType } from './repository.ts';
import type { RepositoryStore } from './repository-store.ts';
import { route, type Route } from './router.ts';

const typeField = v.optional(v.picklist(repositoryTypes), 'model');
const CreateRequest = v.object({
  name: v.string(),
  organization: v.nullish(v.string()),
  type: typeField,
  private: v.optional(v.boolean()),
  visibility: v.optional(v.picklist(['public', 'private', 'protected'])),
  files: v.optional(
    v.array(v.object({ path: v.string(), content: v.string(), encoding: v.literal('base64') })),
  ),
});
const DeleteRequest = v.object({ name: v.string(), organization: v.nullish(v.string()), type: typeField });
const SettingsRequest = v.object({
  private: v.optional(v.boolean()),
  visibility: v.optional(v.picklist(['public', 'private'])),
});
const BranchRequest = v.object({ startingPoint: v.optional(v.string(), 'main') });

/** Creating, deleting and describing repositories, and their branches. */
export function repositoryRoutes(store: RepositoryStore, pageSize: number): Route[] {
  return [
    route('POST', '/api/repos/create', 'write', (call) => create(store, call)),
    route('DELETE', '/api/repos/delete', 'write', (call) => remove(store, call)),
    ...repositoryTypes.flatMap((type) => routesOf(store, type, pageSize)),
  ];
}

function routesOf(store: RepositoryStore, type: RepositoryType, pageSize: number): Route[] {
  const api = `/api/${type}s/:ns/:name`;
  const pagePattern = type === 'model' ? '/:ns/:name' : `/${type}s/:ns/:name`;
  return [
    route('GET', api, 'read', (call) => info(store, type, call)),
    route('GET', `${api}/revision/:rev`, 'read', (call) => info(store, type, call)),
    route('PUT', `${api}/settings`, 'write', (call) => changeSettings(store.forWriting(call, type), call)),
    route('GET', `${api}/refs`, 'read', (call) => refs(store.forReading(call, type))),
    route('GET', `${api}/commits/:rev`, 'read', (call) =>
      commits(store.forReading(call, type), call, pageSize),
    ),
    route('POST', `${api}/branch/:branch`, 'write', (call) => addBranch(store.forWriting(call, type), call)),
    route('DELETE', `${api}/branch/:branch`, 'write', (call) =>
      deleteBranch(store.forWriting(call, type), call),
    ),
    route('GET', pagePattern, 'read', (call) => webPage(type, call)),
  ];
}

async function create(store: RepositoryStore, call: Call): Promise<Answer> {
  const account = signedIn(call);
  const request = await bodyJson(call, CreateRequest);
  const namespace = request.organization ?? account.name;
  checkNamespace(call, namespace);
  const isPrivate = request.visibility === 'private' || request.private === true;
  const id = `${namespace}/${request.name}`;
  const known = store.find(request.type, id);
  if (known !== undefined) throw alreadyThere(known, call);
  const repository = store.create(request.type, id, isPrivate);
  const files = (request.files ?? []).map((file) =>
    store.bytes(repositoryPath(file.path), Buffer.from(file.content, 'base64')),
  );
  if (files.length > 0) repository.addCommit('main', { title: 'initial files', message: '' }, files);
  return json({ id: repository.id, name: repository.id, url: `${call.endpoint}/${repository.page}` });
}

/** Python takes the address from it where the repository may exist. */
function alreadyThere(repository: Repository, call: Call): HubError {
  const message = `You already created this ${repository.type} repo: ${repository.id}`;
  return new HubError(409, message, {}, { url: `${call.endpoint}/${repository.page}` });
}

async function remove(store: RepositoryStore, call: Call): Promise<Answer> {
  const account = signedIn(call);
  const request = await bodyJson(call, DeleteRequest);
  const ns = request.organization ?? account.name;
  const named = { ...call, parameters: { ns, name: request.name } };
  store.delete(store.forWriting(named, request.type));
  return text('OK');
}

function checkNamespace(call: Call, namespace: string): void {
  if (owns(call.account, namespace)) return;
  throw new HubError(403, `You don't have the rights to create a repo under the namespace "${namespace}".`);
}

function info(store: RepositoryStore, type: RepositoryType, call: Call): Answer {
  const repository = store.forReading(call, type);
  const commit = repository.commit(call.parameters['rev'] ?? 'main');
  const blobs = /^(?:true|1)$/i.test(call.url.searchParams.get('blobs') ?? '');
  return json(repositoryInfo(repository, commit, store.objects, blobs));
}

async function changeSettings(repository: Repository, call: Call): Promise<Answer> {
  const request = await bodyJson(call, SettingsRequest);
  const wanted = request.visibility === undefined ? request.private : request.visibility === 'private';
  if (wanted !== undefined) repository.isPrivate = wanted;
  return json({ private: repository.isPrivate });
}

function refs(repository: Repository): Answer {
  const branches = [...repository.branches].map(([name, sha]) => ({
    name,
    ref: `refs/heads/${name}`,
    targetCommit: sha,
  }));
  return json({ branches, converts: [], tags: [], pullRequests: [] });
}

function commits(repository: Repository, call: Call, pageSize: number): Answer {
  const { items, cursor } = page(call, repository.history(parameter(call, 'rev')), pageSize);
  const body = items.map((commit) => ({
    id: commit.sha,
    title: commit.title,
    message: commit.message,
    date: commit.date.toISOString(),
    authors: [{ user: repository.namespace, avatar: '' }],
  }));
  return json(body, { ...nextPage(call, cursor), 'X-Total-Count': String(body.length) });
}

async function addBranch(repository: Repository, call: Call): Promise<Answer> {
  const branch = parameter(call, 'branch');
  const { startingPoint } = await bodyJson(call, BranchRequest);
  if (repository.branches.has(branch)) throw new HubError(409, `Reference already exists: ${branch}`);
  repository.branches.set(branch, repository.commit(startingPoint).sha);
  return text('OK');
}

function deleteBranch(repository: Repository, call: Call): Answer {
  const branch = parameter(call, 'branch');
  if (branch === 'main') throw new HubError(400, 'The branch main cannot be deleted.');
  repository.commit(branch);
  repository.branches.delete(branch);
  return text('OK');
}

function webPage(type: RepositoryType, call: Call): Answer {
  return text(`Simulated Hub\n\n${type} ${parameter(call, 'ns')}/${parameter(call, 'name')}\n`);
}
