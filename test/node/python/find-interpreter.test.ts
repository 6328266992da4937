import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findInterpreter } from '../../../src/node/python/find-interpreter.ts';

let folder: string;

/** A stand-in that answers the probe as a Python of a given version and with given packages would. */
function fakePython(name: string, version: string, packages: Record<string, string>): string {
  const file = path.join(folder, name, 'bin', 'python');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const answer = JSON.stringify({ version, executable: file, packages, ensurepip: true });
  fs.writeFileSync(file, `#!/bin/sh\ncat <<'END'\n${answer}\nEND\n`, { mode: 0o755 });
  return file;
}

const all = { torch: '2', transformers: '5', trl: '1.16.0', datasets: '5', peft: '0', accelerate: '1' };

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'interpreters-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** An environment variable PATH with nothing but the shell's own tools. */
const env = { PATH: '/nowhere' };

describe('the interpreter for training', () => {
  test('is the named one, even without packages', async () => {
    const command = fakePython('named', '3.11.7', {});
    const named = { command, source: { id: 'python.source.named' } };
    const found = await findInterpreter({ named, folder: null, env: process.env });
    expect(found).toMatchObject({ path: command, version: '3.11.7', packages: {} });
  });

  test('is never replaced by another when the named one is missing', async () => {
    const named = { command: '/nowhere/python3', source: { id: 'python.source.named' } };
    await expect(findInterpreter({ named, folder: null, env: process.env })).rejects.toMatchObject({
      detail: { id: 'python.missing', args: { path: '/nowhere/python3' } },
    });
  });

  test('has all packages of a run rather than standing first', async () => {
    const bare = fakePython('bare', '3.12.1', {});
    const full = fakePython('full', '3.11.7', all);
    const source = { id: 'python.source.extension' };
    const suggested = [bare, full].map((command) => ({ command, source }));
    const found = await findInterpreter({ suggested, folder: null, env: process.env });
    expect(found.path).toBe(full);
  });

  test('is new enough for TRL rather than standing first, where none has the packages', async () => {
    const old = fakePython('old', '3.8.10', all);
    const newer = fakePython('newer', '3.12.0', {});
    const source = { id: 'python.source.extension' };
    const suggested = [old, newer].map((command) => ({ command, source }));
    const found = await findInterpreter({ suggested, folder: null, env: { ...env, PATH: '/usr/bin:/bin' } });
    expect(found.path).toBe(newer);
  });

  test('may lie in a folder above, but only where the folder is trusted', async () => {
    const file = fakePython('project/.venv', '3.11.7', all);
    const inner = path.join(folder, 'project', 'a', 'b');
    fs.mkdirSync(inner, { recursive: true });
    const search = { env: { PATH: '/usr/bin:/bin' } };
    expect((await findInterpreter({ ...search, folder: inner })).path).toBe(file);
    const untrusted = await findInterpreter({ ...search, folder: null }).catch(() => null);
    expect(untrusted?.path).not.toBe(file);
  });

  test('is uv’s in a folder that uv manages, and only there', async () => {
    const file = fakePython('managed', '3.13.1', all);
    const tools = path.join(folder, 'tools');
    fs.mkdirSync(tools, { recursive: true });
    fs.writeFileSync(path.join(tools, 'uv'), `#!/bin/sh\necho ${file}\n`, { mode: 0o755 });
    const project = path.join(folder, 'uv-project');
    fs.mkdirSync(project);
    const search = { folder: project, env: { PATH: `${tools}:/usr/bin:/bin` } };
    expect((await findInterpreter(search).catch(() => null))?.path).not.toBe(file);
    fs.writeFileSync(path.join(project, 'uv.lock'), '');
    expect((await findInterpreter(search)).path).toBe(file);
  });

  test('that is no Python is named with what it said', async () => {
    const file = path.join(folder, 'broken');
    fs.writeFileSync(file, '#!/bin/sh\necho "it is broken" >&2\nexit 3\n', { mode: 0o755 });
    const named = { command: file, source: { id: 'python.source.setting' } };
    await expect(findInterpreter({ named, folder: null, env: process.env })).rejects.toMatchObject({
      detail: { id: 'python.does-not-answer', args: { cause: 'it is broken' } },
    });
  });

  test('is asked for, in one sentence, where there is none', async () => {
    await expect(findInterpreter({ folder: null, env })).rejects.toMatchObject({
      detail: { id: 'python.not-found' },
    });
  });
});
