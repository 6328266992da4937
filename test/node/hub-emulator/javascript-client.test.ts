import { randomBytes } from 'node:crypto';
import {
  cancelJob,
  commitIter,
  createRepo,
  deleteRepo,
  downloadFile,
  listFiles,
  listJobHardware,
  listJobs,
  modelInfo,
  pathsInfo,
  runJob,
  streamJobLogs,
  whoAmI,
  type CommitOutput,
} from '@huggingface/hub';
import { expect, it } from 'vitest';
import type { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { startEmulator, untilStage } from './hub-client.ts';

interface Server {
  readonly hubUrl: string;
  readonly accessToken: string;
}

function serverOf(emulator: HubEmulator): Server {
  return { hubUrl: emulator.endpoint, accessToken: emulator.token };
}

async function upload(
  server: Server,
  repo: string,
  files: Readonly<Record<string, Blob>>,
): Promise<CommitOutput | undefined> {
  const operations = Object.entries(files).map(([path, content]) => ({
    operation: 'addOrUpdate' as const,
    path,
    content,
  }));
  const commits = commitIter({ ...server, repo, title: 'Upload', operations, useXet: false });
  for (;;) {
    const step = await commits.next();
    if (step.done === true) return step.value;
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

it('takes the files of @huggingface/hub, whole and in parts, and gives them back', async () => {
  const emulator = await startEmulator({ multipartBytes: 3000, partBytes: 1500 });
  const server = serverOf(emulator);
  const repo = `${(await whoAmI(server)).name}/a`;
  await createRepo({ ...server, repo, visibility: 'private' });
  await expect(createRepo({ ...server, repo })).rejects.toThrow('already created');
  const files = {
    '한글/파일 a.txt': new Blob(['안녕']),
    'small.bin': new Blob([randomBytes(2000)]),
    'large.bin': new Blob([randomBytes(4000)]),
    'empty.txt': new Blob([]),
  };
  const made = await upload(server, repo, files);
  expect(made?.commit.oid).toBe(emulator.repository(repo)?.sha);
  expect((await modelInfo({ ...server, name: repo })).private).toBe(true);
  const listed = await collect(listFiles({ ...server, repo, recursive: true }));
  const names = listed.filter(({ type }) => type === 'file').map(({ path }) => path);
  expect(names.toSorted()).toEqual(['.gitattributes', ...Object.keys(files)].toSorted());
  for (const [path, content] of Object.entries(files)) {
    const copy = await downloadFile({ ...server, repo, path, xet: false });
    expect(
      Buffer.from((await copy?.arrayBuffer()) ?? new ArrayBuffer()).equals(
        Buffer.from(await content.arrayBuffer()),
      ),
    ).toBe(true);
  }
  expect(await downloadFile({ ...server, repo, path: 'none.txt' })).toBe(null);
  const [info] = await pathsInfo({ ...server, repo, paths: ['large.bin'] });
  expect(info?.lfs?.size).toBe(4000);
  await deleteRepo({ ...server, repo });
  expect(emulator.repository(repo)).toBeUndefined();
});

it('runs, lists, follows and cancels the jobs of @huggingface/hub', async () => {
  const emulator = await startEmulator();
  const server = serverOf(emulator);
  const namespace = emulator.accountName;
  expect((await listJobHardware({ hubUrl: server.hubUrl })).length).toBeGreaterThan(6);
  const spec = { ...server, namespace, dockerImage: 'python:3.12', flavor: 'cpu-basic' } as const;
  const { id } = await runJob({ ...spec, command: ['echo', 'printed'], labels: { run: 'a' } });
  const lines = await collect(streamJobLogs({ ...server, namespace, jobId: id }));
  expect(lines.map(({ message }) => message).slice(1)).toEqual(['printed']);
  const long = await runJob({ ...spec, command: ['sleep', '600'] });
  expect((await listJobs({ ...server, namespace })).map((job) => job.id)).toEqual([long.id, id]);
  await cancelJob({ ...server, namespace, jobId: long.id });
  await untilStage(emulator, long.id, 'CANCELED');
});
