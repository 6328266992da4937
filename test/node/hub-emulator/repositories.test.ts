import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { ask, startEmulator } from './hub-client.ts';

async function commit(emulator: HubEmulator, id: string, ...lines: object[]): Promise<Response> {
  const body = [{ key: 'header', value: { summary: 'Change' } }, ...lines].map((line) =>
    JSON.stringify(line),
  );
  return ask(emulator, `/api/models/${id}/commit/main`, { body: body.join('\n') });
}

const file = (path: string, content: string): object => ({
  key: 'file',
  value: { path, content: Buffer.from(content).toString('base64'), encoding: 'base64' },
});

async function withRepository(files: Readonly<Record<string, string>> = {}): Promise<[HubEmulator, string]> {
  const emulator = await startEmulator({ pageSize: 2 });
  const id = `${emulator.accountName}/a`;
  emulator.addFiles(id, files, true);
  return [emulator, id];
}

async function json<T>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}

describe('whoami', () => {
  it('says name, organisations, means to pay and the role of the token', async () => {
    const emulator = await startEmulator({ account: { name: 'ann', orgs: ['lab'], canPay: false } });
    const who = await json(ask(emulator, '/api/whoami-v2'));
    expect(who).toMatchObject({ type: 'user', name: 'ann', canPay: false, orgs: [{ name: 'lab' }] });
    expect(who).toMatchObject({ auth: { accessToken: { role: 'write' } } });
  });
});

describe('a private repository', () => {
  it('is there for its owner, unknown to a stranger, and behind a sign-in for nobody', async () => {
    const [emulator, id] = await withRepository({ 'a.txt': 'a' });
    const paths = [`/api/models/${id}`, `/${id}/resolve/main/a.txt`, `/api/models/${id}/tree/main`];
    const seen = (token?: string | null): Promise<string[]> =>
      Promise.all(
        paths.map(async (path) => {
          const { status, headers } = await ask(emulator, path, token === undefined ? {} : { token });
          return `${status} ${headers.get('x-error-code')}`;
        }),
      );
    expect(await seen()).toEqual(['200 null', '200 null', '200 null']);
    expect(new Set(await seen(emulator.strangerToken))).toEqual(new Set(['404 RepoNotFound']));
    expect(new Set(await seen(null))).toEqual(new Set(['401 RepoNotFound']));
    expect((await ask(emulator, `/${id}/resolve/main/b.txt`)).headers.get('x-error-code')).toBe(
      'EntryNotFound',
    );
    expect((await ask(emulator, `/api/models/${id}/revision/none`)).headers.get('x-error-code')).toBe(
      'RevisionNotFound',
    );
  });

  it('is made once, as private as it was asked for, in namespaces of one’s own', async () => {
    const emulator = await startEmulator();
    const create = (body: object): Promise<Response> => ask(emulator, '/api/repos/create', { body });
    const made = await json<{ url: string }>(create({ name: 'b', type: 'dataset', visibility: 'private' }));
    expect(made.url).toBe(`${emulator.endpoint}/datasets/${emulator.accountName}/b`);
    expect((await create({ name: 'b', type: 'dataset' })).status).toBe(409);
    expect((await create({ name: 'c', organization: 'tuners' })).status).toBe(200);
    expect((await create({ name: 'c', organization: 'others' })).status).toBe(403);
    expect((await create({ name: 'a b' })).status).toBe(400);
    expect(emulator.repository(`datasets/${emulator.accountName}/b`)?.isPrivate).toBe(true);
    expect(emulator.repository('tuners/c')?.isPrivate).toBe(false);
  });
});

describe('a commit', () => {
  it('writes and deletes, and leaves the files of earlier ones where they were', async () => {
    const [emulator, id] = await withRepository({ 'a.txt': 'a', 'b/한글.txt': 'b' });
    const before = emulator.repository(id)?.sha;
    await commit(emulator, id, file('a.txt', 'A'), { key: 'deletedFile', value: { path: 'b/한글.txt' } });
    const { files, history, sha } = emulator.repository(id) ?? {};
    expect([...(files ?? [])].map(([name, bytes]) => [name, bytes.toString()]).slice(1)).toEqual([
      ['a.txt', 'A'],
    ]);
    expect(history?.[0]).toBe('Change');
    expect(sha).not.toBe(before);
    const old = await ask(emulator, `/${id}/resolve/${before}/${encodeURIComponent('b/한글.txt')}`);
    expect(await old.text()).toBe('b');
    expect(old.headers.get('x-repo-commit')).toBe(before);
  });

  it('is refused for paths that lead elsewhere, and for large files that have not come', async () => {
    const [emulator, id] = await withRepository();
    const large = { key: 'lfsFile', value: { path: 'a.bin', oid: 'a'.repeat(64), size: 1 } };
    const wrong = [file('../a', ''), file('/a', ''), file('a//b', ''), file('.git/config', ''), large];
    const answers = await Promise.all(wrong.map(async (line) => (await commit(emulator, id, line)).status));
    expect(answers).toEqual([400, 400, 400, 400, 400]);
  });

  it('keeps large, binary and named kinds of files apart from text', async () => {
    const [emulator, id] = await withRepository();
    const sample = (bytes: string | Buffer): string => Buffer.from(bytes).toString('base64');
    const files = [
      { path: 'a.txt', size: 3, sample: sample('한') },
      { path: 'cut.txt', size: 600, sample: sample(Buffer.from(`한${'x'.repeat(510)}글`).subarray(0, 515)) },
      { path: 'long.txt', size: 11_000_000, sample: sample('text') },
      { path: 'a.safetensors', size: 3, sample: sample('abc') },
      { path: 'zero', size: 3, sample: sample('a\0b') },
      { path: 'latin1', size: 2, sample: sample(Buffer.from([0xe9, 0x61])) },
    ];
    const answer = await json<{ files: { uploadMode: string }[] }>(
      ask(emulator, `/api/models/${id}/preupload/main`, { body: { files } }),
    );
    expect(answer.files.map(({ uploadMode }) => uploadMode)).toEqual([
      'regular',
      'regular',
      'lfs',
      'lfs',
      'lfs',
      'lfs',
    ]);
  });
});

interface Batch {
  readonly transfer: string;
  readonly objects: readonly { readonly actions?: { readonly upload: { readonly href: string } } }[];
}

describe('a large file', () => {
  it('is kept only with the SHA-256 that was promised, and uploaded once', async () => {
    const [emulator, id] = await withRepository();
    const content = randomBytes(1000);
    const oid = createHash('sha256').update(content).digest('hex');
    const body = {
      operation: 'upload',
      transfers: ['basic', 'multipart', 'xet'],
      objects: [{ oid, size: 1000 }],
    };
    const batch = (): Promise<Batch> => json(ask(emulator, `/${id}.git/info/lfs/objects/batch`, { body }));
    const { transfer, objects } = await batch();
    expect(transfer).toBe('basic');
    const href = objects[0]?.actions?.upload.href ?? '';
    expect((await fetch(href, { method: 'PUT', body: randomBytes(1000) })).status).toBe(400);
    expect((await fetch(href, { method: 'PUT', body: content })).status).toBe(200);
    expect((await ask(emulator, `/${id}.git/info/lfs/verify`, { body: { oid, size: 999 } })).status).toBe(
      422,
    );
    expect((await ask(emulator, `/${id}.git/info/lfs/verify`, { body: { oid, size: 1000 } })).status).toBe(
      200,
    );
    expect((await batch()).objects[0]?.actions).toBeUndefined();
    await commit(emulator, id, { key: 'lfsFile', value: { path: 'a.bin', algo: 'sha256', oid, size: 1000 } });
    const { headers } = await ask(emulator, `/${id}/resolve/main/a.bin`, { method: 'HEAD' });
    expect([headers.get('x-linked-etag'), headers.get('x-linked-size')]).toEqual([`"${oid}"`, '1000']);
    expect(await (await ask(emulator, `/${id}/raw/main/a.bin`)).text()).toContain(`oid sha256:${oid}`);
  });
});

describe('a download', () => {
  it.each([
    ['bytes=0-0', 206, 'a', 'bytes 0-0/10'],
    ['bytes=8-99', 206, 'ij', 'bytes 8-9/10'],
    ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 206, 'ij', 'bytes 8-9/10'],
  ])('of the range %s', async (range, status, content, said) => {
    const [emulator, id] = await withRepository({ 'a.txt': 'abcdefghij' });
    const response = await ask(emulator, `/${id}/resolve/main/a.txt`, { headers: { Range: range } });
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      content,
      said,
    ]);
  });

  it('beyond the end says the size', async () => {
    const [emulator, id] = await withRepository({ 'a.txt': 'abc' });
    const response = await ask(emulator, `/${id}/resolve/main/a.txt`, { headers: { Range: 'bytes=3-' } });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */3']);
  });
});

describe('the list of files', () => {
  it('has folders, comes in pages, and goes down where it is asked to', async () => {
    const [emulator, id] = await withRepository({ 'b/c/d.txt': 'd', 'b/e.txt': 'e' });
    const list = async (path: string): Promise<string[]> => {
      const paths: string[] = [];
      for (let next: string | undefined = path; next !== undefined;) {
        const response = await ask(emulator, next);
        paths.push(...((await response.json()) as { path: string }[]).map((entry) => entry.path));
        next = /^<(.*)>/.exec(response.headers.get('link') ?? '')?.[1]?.slice(emulator.endpoint.length);
      }
      return paths;
    };
    const tree = `/api/models/${id}/tree/main`;
    expect(await list(tree)).toEqual(['.gitattributes', 'b']);
    expect(await list(`${tree}/b`)).toEqual(['b/c', 'b/e.txt']);
    expect(await list(`${tree}/b?recursive=true`)).toEqual(['b/c', 'b/c/d.txt', 'b/e.txt']);
    expect((await ask(emulator, `${tree}/none`)).headers.get('x-error-code')).toBe('EntryNotFound');
  });
});
