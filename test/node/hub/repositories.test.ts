import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectHub } from '../../../src/node/hub/connect-hub.ts';
import { createRepository, repositoryExists } from '../../../src/node/hub/create-repository.ts';
import { downloadRepository } from '../../../src/node/hub/download-repository.ts';
import { freeRepositoryName } from '../../../src/node/hub/free-repository-name.ts';
import type { HubConnection } from '../../../src/node/hub/hub-connection.ts';
import { HubError } from '../../../src/node/hub/hub-error.ts';
import { hubFetch } from '../../../src/node/hub/hub-fetch.ts';
import { isSimulatedHub } from '../../../src/node/hub/is-simulated-hub.ts';
import { uploadFiles, type UploadFile } from '../../../src/node/hub/upload-files.ts';
import type { UploadProgress } from '../../../src/node/hub/upload-meter.ts';
import { whoAmI } from '../../../src/node/hub/who-am-i.ts';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';

// Large files go in parts here, as on the Hub; in one piece in the tests of the command line.
const inParts = { multipartBytes: 8_000_000, partBytes: 4_000_000 };
let hub: HubEmulator;
let folder = '';

beforeAll(async () => {
  hub = await HubEmulator.start({ account: { name: 'tuner', orgs: ['tuners'] }, seed: 7, ...inParts });
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-hub-'));
});
beforeEach(() => hub.faults.clear());
afterAll(async () => {
  await hub.stop();
  await fs.rm(folder, { recursive: true });
});

/** A connection that does not wait between its tries. */
async function connect(token = hub.token): Promise<HubConnection> {
  const connection = await connectHub({ HOME: folder, HF_ENDPOINT: hub.endpoint, HF_TOKEN: token });
  const patience = { timeout: 20_000, waits: [1, 1, 1], longestWait: 500 };
  return { ...connection, fetch: hubFetch(hub.endpoint, patience) };
}

/** Files with names in Korean and spaces, one far down, one so large that it goes by LFS. */
async function someFiles(): Promise<{ files: UploadFile[]; contents: Map<string, Buffer> }> {
  const large = path.join(folder, 'large.bin');
  const contents = new Map([
    ['README.md', Buffer.from('# 모델\n')],
    ['데이터/학습 데이터.jsonl', Buffer.from('{"text": "안녕하세요"}\n')],
    ['a/b/c/d/e/f/g/deep.txt', Buffer.from('deep')],
    ['empty.txt', Buffer.alloc(0)],
    ['model.safetensors', randomBytes(11_000_000)],
  ]);
  await fs.writeFile(large, contents.get('model.safetensors')!);
  const files = [...contents].map(([name, bytes]): UploadFile => {
    return {
      path: name,
      content: name === 'model.safetensors' ? { file: large } : { text: bytes.toString() },
    };
  });
  return { files, contents };
}

describe('a connection to the emulator', () => {
  it('knows whose token it has, with one call', async () => {
    const connection = await connect();
    const before = hub.requests.length;
    const [first, second] = await Promise.all([whoAmI(connection), whoAmI(connection)]);
    expect(first).toEqual({
      name: 'tuner',
      namespaces: ['tuner', 'tuners'],
      role: 'write',
      canWrite: true,
      simulated: true,
    });
    expect(second).toBe(first);
    expect(hub.requests.length - before).toBe(1);
  });

  it('knows that it is simulated without a token', async () => {
    expect(await isSimulatedHub(hub.endpoint)).toBe(true);
    expect(await isSimulatedHub('http://127.0.0.1:9')).toBe(false);
  });

  it('says that a wrong token is not valid', async () => {
    await expect(whoAmI(await connect('hf_wrong'))).rejects.toMatchObject({ kind: 'signed-out' });
  });
});

describe('createRepository', () => {
  it('makes a private one once', async () => {
    const connection = await connect();
    const wanted = { type: 'dataset', id: 'tuner/inputs-1', private: true } as const;
    expect(await repositoryExists(connection, wanted)).toBe(false);
    expect(await createRepository(connection, wanted)).toBe('created');
    expect(await createRepository(connection, wanted)).toBe('exists');
    expect(await repositoryExists(connection, wanted)).toBe(true);
    expect(hub.repository('datasets/tuner/inputs-1')?.isPrivate).toBe(true);
  });

  it('finds the first name that is free', async () => {
    const connection = await connect();
    for (const id of ['tuner/model', 'tuner/model-2'])
      await createRepository(connection, { type: 'model', id, private: true });
    expect(await freeRepositoryName(connection, { type: 'model', id: 'tuner/model' })).toBe('tuner/model-3');
    expect(await freeRepositoryName(connection, { type: 'model', id: 'tuner/new' })).toBe('tuner/new');
  });

  it.each([
    ['unauthorized', 'signed-out'],
    ['read-only-token', 'forbidden'],
    ['server-error', 'server'],
  ] as const)('says %s as %s, and asks once', async (fault, kind) => {
    const connection = await connect();
    hub.faults.set(fault, true);
    const wanted = { type: 'model', id: `tuner/refused-${kind}`, private: true } as const;
    const posts = (): number => hub.requests.filter((each) => each.method === 'POST').length;
    const before = posts();
    await expect(createRepository(connection, wanted)).rejects.toMatchObject({ kind });
    expect(posts() - before).toBe(1);
  });
});

describe('uploadFiles', () => {
  it('brings files there that come back equal, in one commit', async () => {
    const connection = await connect();
    const repository = { type: 'model', id: 'tuner/round-trip' } as const;
    await createRepository(connection, { ...repository, private: true });
    const { files, contents } = await someFiles();
    const progress: UploadProgress[] = [];
    const { commit } = await uploadFiles(connection, {
      ...repository,
      files,
      title: 'Add a model',
      onProgress: (each) => progress.push(each),
    });
    const there = hub.repository(repository.id);
    expect(commit).toBe(there?.sha);
    expect(there?.history[0]).toBe('Add a model');
    for (const [name, bytes] of contents) expect(there?.files.get(name)?.equals(bytes), name).toBe(true);
    const total = [...contents.values()].reduce((sum, each) => sum + each.length, 0);
    expect(progress.at(-1)).toEqual({ phase: 'committing', done: total, total });
    expect(new Set(progress.map((each) => each.phase)).size).toBe(3);
    expect(progress.length).toBeLessThan(100);

    const target = path.join(folder, 'back');
    const wanted = (name: string): boolean => name !== '.gitattributes';
    const steps: number[] = [];
    const names = await downloadRepository(connection, {
      ...repository,
      folder: target,
      wanted,
      onProgress: (done) => steps.push(done),
    });
    expect(names.toSorted()).toEqual([...contents.keys()].toSorted());
    for (const [name, bytes] of contents) {
      expect((await fs.readFile(path.join(target, name))).equals(bytes), name).toBe(true);
    }
    expect(steps.at(-1)).toBe(total);
    const all = await fs.readdir(target, { recursive: true });
    expect(all.filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('goes on after a Hub that has a moment of weakness', async () => {
    const connection = await connect();
    const repository = { type: 'model', id: 'tuner/weak' } as const;
    await createRepository(connection, { ...repository, private: true });
    hub.faults.set('server-error', 2);
    const file = { path: 'a.txt', content: { text: 'a' } };
    await uploadFiles(connection, { ...repository, files: [file], title: 'Add a' });
    expect(hub.repository(repository.id)?.history.filter((title) => title === 'Add a')).toHaveLength(1);
  });

  it.each([
    ['unauthorized', 'signed-out'],
    ['read-only-token', 'forbidden'],
    ['no-upload', 'server'],
    ['rate-limit', 'rate-limited'],
  ] as const)('says %s as %s and changes nothing', async (fault, kind) => {
    const connection = await connect();
    const repository = { type: 'model', id: `tuner/upload-${kind}` } as const;
    await createRepository(connection, { ...repository, private: true });
    const before = hub.repository(repository.id)?.sha;
    hub.faults.set(fault, true);
    const file = { path: 'a.txt', content: { text: 'a' } };
    const upload = uploadFiles(connection, { ...repository, files: [file], title: 'Add a' });
    await expect(upload).rejects.toMatchObject({ kind });
    expect(hub.repository(repository.id)?.sha).toBe(before);
  });

  it('does not begin where it was given up before', async () => {
    const connection = await connect();
    const before = hub.requests.length;
    const file = { path: 'a.txt', content: { text: 'a' } };
    const signal = AbortSignal.abort(new Error('given up'));
    const repository = { type: 'model', id: 'tuner/aborted' } as const;
    const upload = uploadFiles(connection, { ...repository, files: [file], title: 'Add a', signal });
    await expect(upload).rejects.toThrow('given up');
    expect(hub.requests.length).toBe(before);
  });

  it('leaves the repository as it was where it is given up on the way', async () => {
    const connection = await connect();
    const repository = { type: 'model', id: 'tuner/given-up' } as const;
    await createRepository(connection, { ...repository, private: true });
    const before = hub.repository(repository.id)?.sha;
    const { files } = await someFiles();
    const stop = new AbortController();
    const upload = uploadFiles(connection, {
      ...repository,
      files,
      title: 'Add a model',
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('given up')),
    });
    await expect(upload).rejects.toThrow('given up');
    expect(hub.repository(repository.id)?.sha).toBe(before);
  });
});

describe('a call whose answer is lost', () => {
  /** What is asked for happens, and then the connection breaks. */
  function losing(connection: HubConnection, path: RegExp): HubConnection {
    const fetch: HubConnection['fetch'] = async (input, init) => {
      const answer = await connection.fetch(input, init);
      if (!path.test(input instanceof Request ? input.url : String(input))) return answer;
      throw new HubError('unreachable', connection.endpoint, null, null);
    };
    return { ...connection, fetch };
  }
  const repository = { type: 'model', id: 'tuner/lost' } as const;
  const request = { ...repository, files: [{ path: 'a.txt', content: { text: 'a' } }], title: 'Add a' };

  it('is looked up where it makes a repository', async () => {
    const connection = losing(await connect(), /\/repos\/create$/);
    expect(await createRepository(connection, { ...repository, private: true })).toBe('created');
  });

  it('is looked up where it commits, and not made again', async () => {
    const { commit } = await uploadFiles(losing(await connect(), /\/commit\/main$/), request);
    const there = hub.repository(repository.id);
    expect(commit).toBe(there?.sha);
    expect(there?.history.filter((title) => title === 'Add a')).toHaveLength(1);
  });

  it('is a failure where nothing came of it', async () => {
    const connection = await connect();
    const before = hub.repository(repository.id)?.sha;
    hub.faults.set('no-upload', true);
    await expect(uploadFiles(connection, request)).rejects.toMatchObject({ kind: 'server' });
    expect(hub.repository(repository.id)?.sha).toBe(before);
  });
});

describe('downloadRepository', () => {
  it('leaves no half file where it is given up', async () => {
    const connection = await connect();
    const repository = { type: 'model', id: 'tuner/two-files' } as const;
    await createRepository(connection, { ...repository, private: true });
    const files = ['a', 'b'].map((name) => ({ path: `${name}.txt`, content: { text: name } }));
    await uploadFiles(connection, { ...repository, files, title: 'Add two files' });
    const target = path.join(folder, 'guarded');
    const stop = new AbortController();
    const download = downloadRepository(connection, {
      ...repository,
      folder: target,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('given up')),
    });
    await expect(download).rejects.toThrow('given up');
    expect((await fs.readdir(target)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says that a repository is not there', async () => {
    const request = { type: 'model', id: 'tuner/nowhere', folder: path.join(folder, 'nowhere') } as const;
    await expect(downloadRepository(await connect(), request)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('shows a private repository to nobody else', async () => {
    const id = 'tuner/secret';
    await createRepository(await connect(), { type: 'model', id, private: true });
    const request = { type: 'model', id, folder: path.join(folder, 'stranger') } as const;
    const download = downloadRepository(await connect(hub.strangerToken), request);
    await expect(download).rejects.toMatchObject({ kind: 'not-found' });
  });
});
