import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runList } from '../../src/core/run/run-summary.ts';
import { LocalLauncher } from '../../src/node/run/local-launcher.ts';
import { runsFolder } from '../../src/node/run/run-directory.ts';
import { cli } from '../kit/cli-process.ts';
import { fakePythonFolder, fakeRequest, makeFolder, type FakeRun } from '../kit/fake-run.ts';

const launcher = new LocalLauncher({ python: fakePythonFolder });

async function endedRun(folder: string, kind: FakeRun, name = 'tiny'): Promise<string> {
  const handle = await launcher.launch(fakeRequest(folder, kind, { name }));
  await handle.ended;
  return handle.id;
}

describe('tuning-fork runs', () => {
  it('lists all runs, newest first, as one JSON document', async () => {
    const folder = makeFolder();
    const older = await endedRun(folder, 'complete');
    const newer = await endedRun(folder, 'fail');
    const { code, out } = await cli(folder, ['runs', 'list', '--format', 'json']);
    const { runs } = v.parse(runList, JSON.parse(out));
    expect(code).toBe(0);
    expect(runs.map((run) => [run.id, run.state])).toEqual([
      [newer, 'failed'],
      [older, 'completed'],
    ]);
    expect(runs[0]).toMatchObject({
      cause: 'bad-data',
      message: 'The data cannot be trained on: no.',
      step: 3,
    });
  });

  it('is the same as runs list', async () => {
    const folder = makeFolder();
    const id = await endedRun(folder, 'complete');
    expect((await cli(folder, ['runs'])).out).toBe((await cli(folder, ['runs', 'list'])).out);
    expect((await cli(folder, ['runs'])).out).toContain(`${id}  completed  3/3   0.5   -`);
  });

  it('has no runs in an empty folder', async () => {
    const { code, out, notes } = await cli(makeFolder(), ['runs']);
    expect([code, out]).toEqual([0, '']);
    expect(notes).toContain('no runs');
    const json = await cli(makeFolder(), ['runs', '--format', 'json']);
    expect(JSON.parse(json.out)).toEqual({ version: 1, runs: [] });
  });

  it('passes over what is no run', async () => {
    const folder = makeFolder();
    const id = await endedRun(folder, 'complete');
    for (const name of ['20260101-000000-half-0001', '.new-20260101-000000-half-0002', 'notes']) {
      fs.mkdirSync(path.join(runsFolder(folder), name));
    }
    const { out } = await cli(folder, ['runs', '--format', 'json']);
    expect(v.parse(runList, JSON.parse(out)).runs.map((run) => run.id)).toEqual([id]);
  });

  it('ignores fields that it does not know', async () => {
    const folder = makeFolder();
    const id = await endedRun(folder, 'complete');
    const file = path.join(runsFolder(folder), id, 'run.json');
    const record = JSON.parse(fs.readFileSync(file, 'utf8')) as object;
    fs.writeFileSync(file, JSON.stringify({ ...record, mood: 'good', versions: { trl: '9.9.9' } }));
    expect((await cli(folder, ['runs', 'show', id])).out).toContain('trl 9.9.9');
  });
});

describe('tuning-fork runs show', () => {
  it('says how a run ended, in both languages', async () => {
    const folder = makeFolder();
    const id = await endedRun(folder, 'fail');
    expect((await cli(folder, ['runs', 'show', id])).out).toContain(
      'The data cannot be trained on: no. Correct the row and start the run again.',
    );
    expect((await cli(folder, ['runs', 'show', id, '--lang', 'ko'])).out).toContain(
      '행을 고친 뒤 실행을 다시 시작하십시오.',
    );
  });

  it('takes the beginning of an id if only one run fits', async () => {
    const folder = makeFolder();
    const id = await endedRun(folder, 'complete', 'alpha');
    await endedRun(folder, 'complete', 'beta');
    const { out } = await cli(folder, ['runs', 'show', id.slice(0, -4), '--format', 'json']);
    expect(v.parse(runList, JSON.parse(out)).runs[0]?.id).toBe(id);
    const ambiguous = await cli(folder, ['runs', 'show', id.slice(0, 6)]);
    expect(ambiguous).toMatchObject({ code: 2, notes: expect.stringContaining('fits 2 runs') as string });
  });

  it.each([
    [['runs', 'show', 'nope'], 'There is no run nope'],
    [['runs', 'show', '../..'], 'There is no run ../..'],
    [['runs', 'stop', 'nope'], 'There is no run nope'],
    [['runs', 'show'], 'name one run'],
    [['runs', 'list', 'more'], 'no more arguments'],
    [['runs', 'burn'], 'there is no burn'],
    [['runs', 'resume', 'x'], 'does not work yet'],
    [['runs', 'rows', 'x', '--step', '3'], 'does not work yet'],
    [['runs', 'export', 'x', '--csv', 'f.csv'], 'does not work yet'],
  ])('answers %j with exit 2 and a sentence', async (argv, sentence) => {
    const { code, out, notes } = await cli(makeFolder(), argv);
    expect([code, out]).toEqual([2, '']);
    expect(notes).toContain(sentence);
    expect(notes.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('tuning-fork runs logs', () => {
  it('hides secrets', async () => {
    const folder = makeFolder();
    const id = await endedRun(folder, 'complete');
    const { out } = await cli(folder, ['runs', 'logs', id]);
    expect(out).toContain('token=hf_••••');
    expect(out).not.toContain('aaaa');
  });

  it('follows a run to its end', async () => {
    const folder = makeFolder();
    const gate = path.join(folder, 'gate');
    const env = { ...process.env, FAKE_GATE: gate };
    const handle = await launcher.launch(fakeRequest(folder, 'complete', { env }));
    const following = cli(folder, ['runs', 'logs', handle.id, '-f']);
    fs.writeFileSync(gate, '');
    await handle.ended;
    const { code, out } = await following;
    expect(code).toBe(0);
    expect(out.match(/token=/g)).toHaveLength(1);
  });
});

describe('tuning-fork runs stop', () => {
  it('ends the run and says so', async () => {
    const folder = makeFolder();
    const handle = await launcher.launch(fakeRequest(folder, 'forever'));
    const { code, out } = await cli(folder, ['runs', 'stop', handle.id, '--format', 'json']);
    expect(code).toBe(0);
    expect(v.parse(runList, JSON.parse(out)).runs[0]?.state).toBe('stopped');
    expect(await handle.ended).toMatchObject({ state: 'stopped' });
  });
});

/** JSON holds what goes into the schema: NaN as a string, never as a number. */
