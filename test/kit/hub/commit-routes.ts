import * as v from 'valibot';
import { json, type Answer } from './answer.ts';
import { bodyBytes, bodyJson, parameter, parseJson, type Call } from './call.ts';
import { HubError } from './hub-error.ts';
import { checkCard } from './model-card.ts';
import { repositoryPath } from './repository-path.ts';
import { repositoryTypes, type Change, type CommitText, type Repository } from './repository.ts';
import { largeFileEndings, type RepositoryStore } from './repository-store.ts';
import { route, type Route } from './router.ts';

const largestRegularFile = 10 * 1024 * 1024;

const PreuploadRequest = v.object({
  files: v.array(v.object({ path: v.string(), size: v.number(), sample: v.string() })),
});
const CardRequest = v.object({ content: v.string() });

const Line = v.variant('key', [
  v.object({
    key: v.literal('header'),
    value: v.object({
      summary: v.string(),
      description: v.nullish(v.string()),
      parentCommit: v.nullish(v.string()),
    }),
  }),
  v.object({
    key: v.literal('file'),
    value: v.object({
      path: v.string(),
      content: v.string(),
      encoding: v.optional(v.picklist(['utf-8', 'base64']), 'utf-8'),
    }),
  }),
  v.object({
    key: v.literal('lfsFile'),
    value: v.object({ path: v.string(), oid: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  }),
  v.object({ key: v.picklist(['deletedFile', 'deletedFolder']), value: v.object({ path: v.string() }) }),
]);
type Line = v.InferOutput<typeof Line>;

/** Commits and what comes right before them. */
export function commitRoutes(store: RepositoryStore): Route[] {
  return [
    route('POST', '/api/validate-yaml', 'read', validateCard),
    ...repositoryTypes.flatMap((type) => {
      const api = `/api/${type}s/:ns/:name`;
      return [
        route('POST', `${api}/preupload/:rev`, 'write', (call) =>
          preupload(store.forWriting(call, type), call),
        ),
        route('POST', `${api}/commit/:rev`, 'commit', (call) =>
          commit(store, store.forWriting(call, type), call),
        ),
      ];
    }),
  ];
}

async function validateCard(call: Call): Promise<Answer> {
  const check = checkCard((await bodyJson(call, CardRequest)).content);
  return json(check, {}, check.errors.length > 0 ? 400 : 200);
}

async function preupload(repository: Repository, call: Call): Promise<Answer> {
  const head = repository.commit(parameter(call, 'rev'));
  const { files } = await bodyJson(call, PreuploadRequest);
  const answers = files.map(({ path, size, sample }) => {
    const known = head.files.get(path);
    const oid = known === undefined ? {} : { oid: known.lfs === null ? known.oid : known.sha256 };
    const large =
      size > largestRegularFile || hasLargeEnding(path) || isBinary(Buffer.from(sample, 'base64'));
    return { path, uploadMode: large ? 'lfs' : 'regular', shouldIgnore: false, ...oid };
  });
  return json({ files: answers, commitOid: head.sha });
}

function hasLargeEnding(path: string): boolean {
  return largeFileEndings.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/** The Hub takes binary files as large ones whatever their size: a zero byte, or no UTF-8 before the end of the sample. */
function isBinary(sample: Buffer): boolean {
  if (sample.includes(0)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return false;
  } catch {
    return true;
  }
}

async function commit(store: RepositoryStore, repository: Repository, call: Call): Promise<Answer> {
  if (call.url.searchParams.get('create_pr') === '1') {
    throw new HubError(501, 'The simulated Hub has no pull requests.');
  }
  const branch = parameter(call, 'rev');
  const body = (await bodyBytes(call)).toString('utf8');
  const lines = body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parseJson(line, Line));
  const text = header(repository, branch, lines);
  const changes = lines.flatMap((line) => change(store, line));
  const made = repository.addCommit(branch, text, changes);
  return json({
    success: true,
    commitOid: made.sha,
    commitUrl: `${call.endpoint}/${repository.page}/commit/${made.sha}`,
    hookOutput: '',
  });
}

/** @throws HubError 412 where the branch has moved on */
function header(repository: Repository, branch: string, lines: readonly Line[]): CommitText {
  const [first] = lines;
  if (first?.key !== 'header') throw new HubError(400, 'The first line of a commit is its header.');
  const { parentCommit } = first.value;
  if (parentCommit !== undefined && parentCommit !== null && repository.commit(branch).sha !== parentCommit) {
    throw new HubError(412, 'A commit has happened since. Please refresh and try again.');
  }
  return { title: first.value.summary, message: first.value.description ?? '' };
}

function change(store: RepositoryStore, line: Line): Change[] {
  switch (line.key) {
    case 'header':
      return [];
    case 'file':
      return [regularFile(store, line.value)];
    case 'lfsFile':
      return [largeFile(store, line.value)];
    case 'deletedFile':
    case 'deletedFolder':
      return [{ kind: 'delete', path: line.value.path }];
  }
}

function regularFile(
  store: RepositoryStore,
  file: { readonly path: string; readonly content: string; readonly encoding: 'utf-8' | 'base64' },
): Change {
  const content = Buffer.from(file.content, file.encoding);
  if (content.length <= largestRegularFile) return store.bytes(repositoryPath(file.path), content);
  throw new HubError(400, `${file.path} is larger than 10 MiB and must be uploaded by LFS.`);
}

function largeFile(store: RepositoryStore, file: { readonly path: string; readonly oid: string }): Change {
  if (!store.objects.has(file.oid)) {
    throw new HubError(400, `LFS pointer pointed to a file that does not exist: ${file.path}`);
  }
  return { kind: 'file', path: repositoryPath(file.path), sha256: file.oid, lfs: true };
}
