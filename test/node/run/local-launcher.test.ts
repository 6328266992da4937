import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { HumanError } from '../../../src/core/text/human-error.ts';
import { processTable } from '../../../src/node/process/process-table.ts';
import { LocalLauncher } from '../../../src/node/run/local-launcher.ts';
import { readRunRecord } from '../../../src/node/run/run-directory.ts';
import { entriesOfRuns, fakePythonFolder, fakeRequest, makeFolder } from '../../kit/fake-run.ts';

const launcher = new LocalLauncher({ python: fakePythonFolder });

async function complete(
  folder: string,
  changes = {},
): Promise<{ directory: string; said: Record<string, unknown> }> {
  const { directory, ended } = await launcher.launch(fakeRequest(folder, 'complete', changes));
  await ended;
  const [first = ''] = fs.readFileSync(path.join(directory, 'output.log'), 'utf8').split('\n');
  return { directory, said: JSON.parse(first) as Record<string, unknown> };
}

async function refusal(launch: Promise<unknown>): Promise<{ id: string; args?: unknown }> {
  const error = await launch.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HumanError)) throw new Error(`no HumanError: ${String(error)}`);
  return error.detail;
}

describe('a launched run', () => {
  it('ends with its summary', async () => {
    const { ended, id } = await launcher.launch(fakeRequest(makeFolder(), 'complete'));
    expect(await ended).toMatchObject({
      id,
      state: 'completed',
      step: 3,
      maxSteps: 3,
      loss: 0.5,
      name: 'tiny',
    });
  });

  it('has a directory of its own with the recipe unchanged and the runner without its tests', async () => {
    const folder = makeFolder();
    const { directory } = await complete(folder);
    expect(path.dirname(directory)).toBe(path.join(folder, '.tuning-fork', 'runs'));
    expect(fs.statSync(directory).mode & 0o777).toBe(0o700);
    expect(fs.readFileSync(path.join(directory, 'recipe.yaml'))).toEqual(
      fs.readFileSync(path.join(folder, 'tiny.sft.yaml')),
    );
    expect(fs.existsSync(path.join(directory, 'runner', 'tuning_fork', '__main__.py'))).toBe(true);
    expect(entriesOfRuns(folder)).toEqual([path.basename(directory)]);
  });

  it('keeps the chat template as it was at the start, and has no file where none is known', async () => {
    const folder = makeFolder();
    const launched = async (templateText: string | null): Promise<string> => {
      const handle = await launcher.launch(fakeRequest(folder, 'complete', { templateText }));
      await handle.ended;
      return path.join(handle.directory, 'chat_template.jinja');
    };
    expect(fs.readFileSync(await launched('{{ messages }}'), 'utf8')).toBe('{{ messages }}');
    expect(fs.existsSync(await launched(null))).toBe(false);
  });

  it('is told the recipe and the output folder, in the folder of relative paths', async () => {
    const folder = makeFolder();
    const { directory, said } = await complete(folder);
    const recipe = path.join(directory, 'recipe.yaml');
    expect(said['argv']).toEqual(['sft', '--config', recipe, '--output_dir', path.join(folder, 'out')]);
    expect(said['cwd']).toBe(folder);
  });

  it('leads its own process group, which run.json names', async () => {
    const handle = await launcher.launch(fakeRequest(makeFolder(), 'forever'));
    const record = await readRunRecord(handle.directory);
    const leader = await processTable.read(record?.pid ?? 0);
    expect(leader).toMatchObject({ group: record?.pid, startTicks: record?.startTicks });
    expect(record?.bootId).toBe(await processTable.bootId());
    await handle.stop();
  });

  it('gets no token, no telemetry and no module from the working directory', async () => {
    const token = `hf_${'x'.repeat(30)}`;
    const env = {
      ...process.env,
      HF_TOKEN: token,
      HUGGING_FACE_HUB_TOKEN: token,
      PYTHONPATH: '.:/opt/own',
    };
    const { directory, said } = await complete(makeFolder(), { env });
    const child = said['env'] as Record<string, string>;
    expect(Object.values(child)).not.toContain(token);
    expect(child).toMatchObject({
      TUNING_FORK_RUN_DIR: directory,
      PYTHONPATH: `${path.join(directory, 'runner')}:/opt/own`,
      PYTHONSAFEPATH: '1',
      PYTHONUTF8: '1',
      PYTHONUNBUFFERED: '1',
      HF_HUB_DISABLE_TELEMETRY: '1',
      HF_HUB_OFFLINE: '1',
      HF_HUB_DISABLE_IMPLICIT_TOKEN: '1',
    });
    expect(fs.readFileSync(path.join(directory, 'run.json'), 'utf8')).not.toContain(token);
  });

  it('gets the token and the Hub where the plan needs them', async () => {
    const env = { ...process.env, HF_TOKEN: 'hf_needed' };
    const { said } = await complete(makeFolder(), { env, offline: false, needsToken: true });
    expect(said['env']).toMatchObject({ HF_TOKEN: 'hf_needed' });
    expect(said['env']).not.toHaveProperty('HF_HUB_DISABLE_IMPLICIT_TOKEN');
  });

  it('gets the pasted token in its environment alone, and only where the plan needs one', async () => {
    const pastedToken = `hf_${'p'.repeat(30)}`;
    const { HF_TOKEN: _, ...env } = process.env;
    const folder = makeFolder();
    const pushes = { env, pastedToken, offline: false, needsToken: true };
    const { said } = await complete(folder, pushes);
    expect(said['env']).toMatchObject({ HF_TOKEN: pastedToken });
    expect(JSON.stringify(said['argv'])).not.toContain(pastedToken);
    // The stand-in for the runner prints its environment: what it says is in its output.
    const texts = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.statSync(path.join(folder, name)).isFile() && !name.endsWith('output.log'))
      .map((name) => fs.readFileSync(path.join(folder, name), 'latin1'));
    expect(texts.filter((text) => text.includes(pastedToken))).toEqual([]);
    const stays = await complete(makeFolder(), { env, pastedToken });
    expect(stays.said['env']).not.toHaveProperty('HF_TOKEN');
  });

  it('leaves git nothing to see', async () => {
    const folder = makeFolder();
    execFileSync('git', ['init', '-q'], { cwd: folder });
    await complete(folder);
    const seen = execFileSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' });
    expect(seen).toBe('?? tiny.sft.yaml\n');
  });

  it('lives on when its launcher is killed, and can be taken hold of again', async () => {
    const folder = makeFolder();
    const gate = path.join(folder, 'gate');
    const request = fakeRequest(folder, 'complete', { env: { ...process.env, FAKE_GATE: gate } });
    const args = [path.resolve('test/kit/launch-and-wait.ts'), fakePythonFolder, JSON.stringify(request)];
    const parent = spawn(nodeThatRunsTypeScript(), args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    process.kill(-(parent.pid ?? 0), 'SIGKILL');
    await once(parent, 'close');
    const handle = launcher.attach(said.toString().trim());
    fs.writeFileSync(gate, '');
    expect(await handle.ended).toMatchObject({ state: 'completed' });
  });
});

describe('the output folder of a run', () => {
  it('is a folder of its own where output_dir is not empty', async () => {
    const folder = makeFolder();
    fs.mkdirSync(path.join(folder, 'out'));
    fs.writeFileSync(path.join(folder, 'out', 'model.bin'), '');
    const { directory } = await complete(folder);
    const record = await readRunRecord(directory);
    expect(record?.outputDir).toBe(path.join(folder, 'out', path.basename(directory)));
  });

  it('is output_dir where that is empty', async () => {
    const folder = makeFolder();
    fs.mkdirSync(path.join(folder, 'out'));
    const { directory } = await complete(folder);
    expect((await readRunRecord(directory))?.outputDir).toBe(path.join(folder, 'out'));
  });

  it('is not that of a run that lives', async () => {
    const folder = makeFolder();
    const first = await launcher.launch(fakeRequest(folder, 'forever'));
    const { directory } = await complete(folder);
    expect((await readRunRecord(directory))?.outputDir).toBe(
      path.join(folder, 'out', path.basename(directory)),
    );
    await first.stop();
  });
});

describe('a run that cannot be started', () => {
  it.each([
    ['no such interpreter', 'run.launch.missing', { python: '/nowhere/python' }],
    ['an interpreter that is no program', 'run.launch.denied', { python: path.resolve('package.json') }],
    ['an output_dir that is a file', 'run.launch.no-folder', { outputDir: 'tiny.sft.yaml' }],
  ])('says so: %s', async (_name, id, changes) => {
    const folder = makeFolder();
    const detail = await refusal(launcher.launch(fakeRequest(folder, 'complete', changes)));
    expect(detail.id).toBe(id);
    expect(entriesOfRuns(folder)).toEqual([]);
  });

  it('names the path of the interpreter', async () => {
    const launch = launcher.launch(fakeRequest(makeFolder(), 'complete', { python: '/nowhere/python' }));
    expect((await refusal(launch)).args).toEqual({ path: '/nowhere/python' });
  });

  it('copies no token out of a recipe', async () => {
    const folder = makeFolder();
    fs.appendFileSync(path.join(folder, 'tiny.sft.yaml'), `hub_token: hf_${'x'.repeat(34)}\n`);
    const detail = await refusal(launcher.launch(fakeRequest(folder, 'complete')));
    expect(detail).toMatchObject({ id: 'run.launch.token', args: { line: 3 } });
    expect(entriesOfRuns(folder)).toEqual([]);
  });
});

/** The tests' own Node may be older than the one that the package brings. */
function nodeThatRunsTypeScript(): string {
  const brought = path.resolve('node_modules/.bin/node');
  return fs.existsSync(brought) ? brought : process.execPath;
}
