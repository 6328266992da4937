import fs from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { ask, isAlive, readLog, runShell, startEmulator, untilStage, type JobAnswer } from './hub-client.ts';

describe('a job', () => {
  it('runs its command and keeps what it printed, with time stamps that rise', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, 'echo out; echo 한글 >&2; printf "no end"; exit 0');
    const { lines, whole } = await readLog(emulator, id);
    expect(whole).toBe(true);
    expect(lines[0]?.data).toMatch(/^===== Job started at .* =====$/);
    expect(
      lines
        .map(({ data }) => data)
        .slice(1)
        .toSorted(),
    ).toEqual(['no end', 'out', '한글']);
    const stamps = lines.map(({ timestamp }) => timestamp);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(stamps.toSorted()).toEqual(stamps);
    expect(stamps[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    await untilStage(emulator, id, 'COMPLETED');
  });

  it('says its exit code where it failed, and that a program is not there', async () => {
    const emulator = await startEmulator();
    const failed = await runShell(emulator, 'exit 7');
    expect((await untilStage(emulator, failed.id, 'ERROR')).message).toContain('exit code: 7');
    const missing = await runShell(emulator, '', { command: ['no-such-program'] });
    expect((await untilStage(emulator, missing.id, 'ERROR')).message).toContain('exit code: 127');
  });

  it('has its own variables and of this machine only PATH, HOME, LANG and TMPDIR', async () => {
    process.env['TF_OF_THIS_MACHINE'] = 'seen';
    const emulator = await startEmulator();
    const spec = { environment: { A: 'a' }, secrets: { S: 's' }, flavor: 'a10g-large', command: ['env'] };
    const { id } = await runShell(emulator, '', spec);
    const { lines } = await readLog(emulator, id);
    const pairs = lines.slice(1).map(({ data }): [string, string] => {
      const at = data.indexOf('=');
      return [data.slice(0, at), data.slice(at + 1)];
    });
    const { PATH, HOME, LANG, TMPDIR, ...others } = Object.fromEntries(pairs);
    expect(others).toEqual({
      A: 'a',
      S: 's',
      JOB_ID: id,
      ACCELERATOR: 'a10g',
      CPU_CORES: '12',
      MEMORY: '46Gi',
    });
    expect([HOME === process.env['HOME'], PATH, LANG, TMPDIR].includes(undefined)).toBe(false);
    expect(HOME).not.toBe(process.env['HOME']);
  });

  it('never answers the values of secrets', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, 'true', { secrets: { TOKEN: 'hush-hush' } });
    await untilStage(emulator, id, 'COMPLETED');
    const base = `/api/jobs/${emulator.accountName}`;
    const paths = [base, `${base}/${id}`, `${base}/${id}/logs`, `/jobs/${emulator.accountName}/${id}`];
    const answers = await Promise.all(paths.map(async (path) => (await ask(emulator, path)).text()));
    expect(answers.join('')).not.toContain('hush-hush');
    expect(answers[1]).toContain('"secrets":["TOKEN"]');
    expect(emulator.jobs[0]).toMatchObject({ secretNames: ['TOKEN'] });
    expect(JSON.stringify(emulator.jobs)).not.toContain('hush-hush');
  });

  it('reads the files of its volumes, wherever their path is named', async () => {
    const emulator = await startEmulator();
    const id = `datasets/${emulator.accountName}/inputs`;
    const revision = emulator.addFiles(id, { 'a/글.txt': 'first' }, true);
    emulator.addFiles(id, { 'a/글.txt': 'second' });
    const source = `${emulator.accountName}/inputs`;
    const job = await runShell(
      emulator,
      'cat "$1" "$WHERE/a/글.txt"; echo " https://h/in /input"; stat -c %a "$1"',
      {
        arguments: ['sh', '/in/a/글.txt'],
        environment: { WHERE: '/in' },
        volumes: [{ type: 'dataset', source, mountPath: '/in', revision, readOnly: true }],
      },
    );
    const { lines } = await readLog(emulator, job.id);
    expect(lines.slice(1).map(({ data }) => data)).toEqual(['firstfirst https://h/in /input', '444']);
  });

  it('is refused where its volume is not there, or its form is wrong', async () => {
    const emulator = await startEmulator();
    const good = { dockerImage: 'i', command: ['true'] };
    const volumes = [{ type: 'dataset', source: 'nobody/nothing', mountPath: '/in' }];
    const wrong = [
      { volumes },
      { command: 'true' },
      { flavor: 'abacus' },
      { labels: { a: 'b c' } },
      { dockerImage: 1 },
    ];
    const path = `/api/jobs/${emulator.accountName}`;
    const answers = wrong.map(
      async (spec) => (await ask(emulator, path, { body: { ...good, ...spec } })).status,
    );
    expect(await Promise.all(answers)).toEqual([404, 400, 400, 400, 400]);
    expect(emulator.jobs).toEqual([]);
  });

  it('lives 30 minutes where nothing else is said', async () => {
    const emulator = await startEmulator();
    await runShell(emulator, 'true');
    expect(emulator.jobs[0]?.timeoutSeconds).toBe(1800);
  });
});

describe('the end of a job', () => {
  it('comes by SIGTERM when it is cancelled, with time to clean up', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(
      emulator,
      'trap "echo bye; exit 143" TERM; echo up; while :; do sleep 0.05; done',
    );
    await expect.poll(() => emulator.jobs[0]?.log.length).toBe(2);
    await ask(emulator, `/api/jobs/${emulator.accountName}/${id}/cancel`, { body: '' });
    const { lines } = await readLog(emulator, id);
    expect(lines.at(-1)?.data).toBe('bye');
    await untilStage(emulator, id, 'CANCELED');
  });

  it('comes by SIGKILL for one that does not hear, with all its processes', async () => {
    const emulator = await startEmulator({ graceMs: 50 });
    const deaf = 'trap "" TERM; setsid sleep 600 & echo $!; sleep 600 & echo $!; wait';
    const { id } = await runShell(emulator, deaf);
    await expect.poll(() => emulator.jobs[0]?.log.length).toBe(3);
    await ask(emulator, `/api/jobs/${emulator.accountName}/${id}/cancel`, { body: '' });
    const { log } = await untilStage(emulator, id, 'CANCELED');
    expect(log.slice(1).filter(({ data }) => isAlive(data))).toEqual([]);
  });

  it('comes at the deadline', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, 'sleep 600', { timeoutSeconds: 1 });
    expect((await untilStage(emulator, id, 'ERROR')).message).toBe('Job timeout');
  });

  it('comes before its start for one that still waits', async () => {
    const emulator = await startEmulator({ schedulingMs: 600_000 });
    const { id, status } = await runShell(emulator, 'echo ran');
    expect(status.stage).toBe('SCHEDULING');
    await ask(emulator, `/api/jobs/${emulator.accountName}/${id}/cancel`, { body: '' });
    expect((await untilStage(emulator, id, 'CANCELED')).log).toEqual([]);
  });

  it('takes the processes along that its first one left behind', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, 'sleep 600 & echo $!; exit 0');
    const { log } = await untilStage(emulator, id, 'COMPLETED');
    expect(log.slice(1).filter(({ data }) => isAlive(data))).toEqual([]);
  });

  it('takes its files along', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, 'pwd; touch here');
    const { lines } = await readLog(emulator, id);
    await untilStage(emulator, id, 'COMPLETED');
    await expect.poll(() => fs.existsSync(lines[1]?.data ?? '')).toBe(false);
  });
});

describe('the list of jobs', () => {
  it('is filtered by stage and label and comes in pages, the newest first', async () => {
    const emulator = await startEmulator({ pageSize: 2 });
    const made: JobAnswer[] = [];
    for (const run of ['a', 'b', 'a']) made.push(await runShell(emulator, 'true', { labels: { run } }));
    for (const { id } of made) await untilStage(emulator, id, 'COMPLETED');
    const base = `/api/jobs/${emulator.accountName}`;
    const ids = async (query: string): Promise<string[]> => {
      const jobs = (await (await ask(emulator, base + query)).json()) as JobAnswer[];
      return jobs.map(({ id }) => id);
    };
    const [first, second, third] = made.map(({ id }) => id);
    expect(await ids('?label=run%3Da')).toEqual([third, first]);
    expect(await ids('?label=run%3Da&label=run%3Db')).toEqual([]);
    expect(await ids('?stage=RUNNING')).toEqual([]);
    expect(await ids('?stage=RUNNING&stage=COMPLETED')).toEqual([third, second]);
    const link = (await ask(emulator, `${base}?stage=COMPLETED`)).headers.get('link');
    const next = /^<(.*)>; rel="next"$/.exec(link ?? '')?.[1] ?? '';
    expect(await ids(next.slice(emulator.endpoint.length + base.length))).toEqual([first]);
  });

  it('shows labels as they were set last', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, 'true', { labels: { a: '1', b: '2' } });
    const path = `/api/jobs/${emulator.accountName}/${id}`;
    await ask(emulator, `${path}/labels`, { method: 'PUT', body: { labels: { c: '3' } } });
    expect(((await (await ask(emulator, path)).json()) as JobAnswer).labels).toEqual({ c: '3' });
  });
});

describe('the log of a job', () => {
  it('begins with the newest lines where they are asked for, and tells silence by comments', async () => {
    const emulator = await startEmulator({ keepAliveMs: 20 });
    const { id } = await runShell(emulator, 'for i in 1 2 3 4; do echo $i; done; sleep 0.5');
    const all = await readLog(emulator, id);
    expect(all.lines).toHaveLength(5);
    expect(all.comments).toBeGreaterThan(0);
    const tail = await readLog(emulator, id, '?tail=2');
    expect(tail.lines.map(({ data }) => data)).toEqual(['3', '4']);
  });

  it('has no metrics beside it once the job is over', async () => {
    const emulator = await startEmulator();
    const { id } = await runShell(emulator, 'true');
    await untilStage(emulator, id, 'COMPLETED');
    expect((await ask(emulator, `/api/jobs/${emulator.accountName}/${id}/metrics`)).status).toBe(406);
  });
});
