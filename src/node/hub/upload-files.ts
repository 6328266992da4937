import { openAsBlob } from 'node:fs';
import type { CommitOperation } from '@huggingface/hub';
import * as v from 'valibot';
import { refusalOf } from '../../core/hub/hub-refusal.ts';
import { redactSecrets } from '../../core/run/redact-secrets.ts';
import type { HubConnection } from './hub-connection.ts';
import { HubError } from './hub-error.ts';
import { hubJson } from './hub-request.ts';
import { lookUpRepository, repositoryApi, type RepositoryRef } from './look-up-repository.ts';
import { packageFetch } from './package-fetch.ts';
import { UploadMeter, type UploadProgress } from './upload-meter.ts';

/** A file as it will be in the repository (`path`, with `/`), and what is in it: a file of this computer, or a text. */
export interface UploadFile {
  readonly path: string;
  readonly content: { readonly file: string } | { readonly text: string };
}

export interface UploadRequest extends RepositoryRef {
  readonly files: readonly UploadFile[];
  /** First line of the commit. */
  readonly title: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: UploadProgress) => void;
}

const commitList = v.array(v.object({ id: v.string(), title: v.string() }));

/**
 * Adds files to a repository by one commit; what is there besides stays. Files are read from disk as they leave. Each file is
 * named by itself, because the package leaves out files below five folders when it is given a folder.
 * @throws {HubError} if it is refused; the signal's reason if it is aborted. Then the repository is as it was.
 */
export async function uploadFiles(
  connection: HubConnection,
  request: UploadRequest,
): Promise<{ readonly commit: string }> {
  request.signal?.throwIfAborted();
  const before = await lookUpRepository(connection, request);
  const { commitIter } = await import('@huggingface/hub');
  const operations = await Promise.all(request.files.map(operationOf));
  const sizes = new Map(operations.map((each) => [each.path, each.content.size]));
  const meter = new UploadMeter(sizes, request.onProgress ?? (() => undefined));
  request.signal?.throwIfAborted();
  try {
    const steps = commitIter({
      repo: { type: request.type, name: request.id },
      title: request.title,
      operations,
      hubUrl: connection.endpoint,
      fetch: packageFetch(connection),
      useXet: connection.xet ?? false,
      ...(request.signal === undefined ? {} : { abortSignal: request.signal }),
    });
    let step = await steps.next();
    for (; step.done !== true; step = await steps.next()) meter.take(step.value);
    return { commit: step.value?.commit.oid ?? '' };
  } catch (error) {
    request.signal?.throwIfAborted();
    const refusal = asHubError(error, connection.endpoint);
    if (meter.phase !== 'committing' || !(refusal instanceof HubError) || !refusal.outcomeUnknown)
      throw refusal;
    const commit = await commitSince(before?.commit ?? null, connection, request).catch(() => null);
    if (commit === null) throw refusal;
    return { commit };
  }
}

async function operationOf({ path, content }: UploadFile): Promise<CommitOperation & { content: Blob }> {
  const blob = 'file' in content ? await openAsBlob(content.file) : new Blob([content.text]);
  return { operation: 'addOrUpdate', path, content: blob };
}

/** The commit of ours that was made although no answer said so; null if there is none. */
async function commitSince(
  before: string | null,
  connection: HubConnection,
  request: UploadRequest,
): Promise<string | null> {
  const commits = await hubJson(connection, `${repositoryApi(request)}/commits/main`, commitList);
  const known = commits.findIndex((each) => each.id === before);
  const newer = known < 0 ? commits : commits.slice(0, known);
  return newer.find((each) => each.title === request.title)?.id ?? null;
}

/** The package's own error says a status: storage beside the endpoint refused, or one object of a batch did. */
function asHubError(error: unknown, endpoint: string): unknown {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return error;
  const kind = refusalOf(error.statusCode) ?? 'server';
  return new HubError(kind, endpoint, redactSecrets(error.message), error.statusCode, { cause: error });
}
