import * as v from 'valibot';
import { isRepositoryId } from '../../core/hub/repository-id.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { HubError } from '../hub/hub-error.ts';
import { hubJson, hubRequest } from '../hub/hub-request.ts';
import { repositoryApi, repositoryPath } from '../hub/look-up-repository.ts';
import { namedTemplates } from './read-chat-templates.ts';
import { isObject } from './read-text-file.ts';

/** The chat templates of a model at the Hub, at one commit. */
export interface HubTemplates {
  readonly id: string;
  readonly commit: string;
  readonly templates: readonly { readonly name: string; readonly text: string; readonly file: string }[];
}

/** A template of 4 MB, or a configuration of 32 with a vocabulary in it, is none. */
const LARGEST = { jinja: 4 * 1024 * 1024, json: 32 * 1024 * 1024 } as const;
const MAIN = 'chat_template.jinja';
const truthy = new Set(['1', 'ON', 'YES', 'TRUE']);

const modelInfo = v.object({
  sha: v.string(),
  gated: v.optional(v.union([v.boolean(), v.string()]), false),
  siblings: v.optional(v.array(v.object({ rfilename: v.string() })), []),
});

/**
 * Gets the chat templates of a model from the Hub: the files that transformers would read, at the commit that the revision names now.
 * @param env HF_HUB_OFFLINE is kept (huggingface_hub 2.4 constants.py)
 * @throws {HumanError} for a name that is none, offline, a model that is not there, gated or has no template; {HubError} otherwise
 */
export async function fetchHubTemplates(
  connection: HubConnection,
  id: string,
  revision: string,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<HubTemplates> {
  const { endpoint } = connection;
  if (!isRepositoryId(id)) throw new HumanError('template.hub.no-id', { id });
  const offline = [env['HF_HUB_OFFLINE'], env['TRANSFORMERS_OFFLINE']];
  if (offline.some((value) => truthy.has((value ?? '').toUpperCase())))
    throw new HumanError('template.hub.offline', { id });
  const api = `${repositoryApi({ type: 'model', id })}/revision/${encodeURIComponent(revision)}`;
  const call = signal === undefined ? {} : { signal };
  const info = await hubJson(connection, api, modelInfo, call).catch((error: unknown) => {
    throw isNoAccess(error) ? new HumanError('template.hub.no-model', { id, revision, endpoint }) : error;
  });
  const get = (file: string): Promise<string> =>
    download(connection, id, info.sha, file, signal).catch((error: unknown) => {
      const closed = info.gated !== false && isNoAccess(error);
      throw closed ? new HumanError('template.hub.gated', { id, endpoint }) : error;
    });
  const files = new Set(info.siblings.map(({ rfilename }) => rfilename));
  const templates = await templatesOf(files, get, id);
  if (templates.length === 0) throw new HumanError('template.hub.no-template', { id });
  return { id, commit: info.sha, templates };
}

/** A repository that is not there, is private, or is gated answers 401, 403 or 404, as the token goes. */
function isNoAccess(error: unknown): boolean {
  return error instanceof HubError && ['signed-out', 'forbidden', 'not-found'].includes(error.kind);
}

/** The order of read-chat-templates.ts: an additional `default` replaces the main file. */
async function templatesOf(
  files: ReadonlySet<string>,
  get: (file: string) => Promise<string>,
  id: string,
): Promise<HubTemplates['templates']> {
  const named = new Map<string, string>();
  for (const file of [MAIN, ...[...files].filter((each) => each !== MAIN).sort()]) {
    const name = files.has(file) ? templateName(file) : null;
    if (name !== null) named.set(name, file);
  }
  if (named.size > 0)
    return Promise.all([...named].map(async ([name, file]) => ({ name, text: await get(file), file })));
  for (const file of ['tokenizer_config.json', 'chat_template.json']) {
    if (!files.has(file)) continue;
    const fields = namedTemplates(templateField(await get(file), file, id));
    if (fields.length > 0) return fields.map(([name, text]) => ({ name, text, file }));
  }
  return [];
}

function templateName(file: string): string | null {
  if (file === MAIN) return 'default';
  return /^additional_chat_templates\/([^/]+)\.jinja$/.exec(file)?.[1] ?? null;
}

function templateField(text: string, file: string, id: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value['chat_template'];
  } catch {
    // Said below.
  }
  throw new HumanError('template.broken-config', { path: `${id}/${file}` });
}

async function download(
  connection: HubConnection,
  id: string,
  commit: string,
  file: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const name = file.split('/').map(encodeURIComponent).join('/');
  const address = `${repositoryPath({ type: 'model', id })}/resolve/${commit}/${name}`;
  const answer = await hubRequest(connection, address, signal === undefined ? {} : { signal });
  const most = file.endsWith('.jinja') ? LARGEST.jinja : LARGEST.json;
  const bytes = await bounded(answer, most, connection.endpoint);
  if (bytes === null) throw new HumanError('template.hub.too-large', { id, file });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new HumanError('template.not-utf-8', { path: `${id}/${file}` }, { cause });
  }
}

/** The body, or null where it is more than so many bytes: then no more of it is read. */
async function bounded(answer: Response, most: number, endpoint: string): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of answer.body ?? []) {
      size += part.byteLength;
      if (size > most) return null;
      parts.push(part);
    }
  } catch (cause) {
    throw new HubError('unreachable', endpoint, null, null, { cause });
  }
  return Buffer.concat(parts);
}
