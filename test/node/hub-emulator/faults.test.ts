import { describe, expect, it } from 'vitest';
import { parseFault, type FaultName, type FaultValue } from '../../kit/hub/faults.ts';
import type { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { ask, readLog, runShell, startEmulator, untilStage } from './hub-client.ts';

const count = (lines: number): string => `for i in $(seq ${lines}); do echo $i; done`;

/** Status of `times` requests for the account, one after another. */
async function statuses(emulator: HubEmulator, times: number): Promise<number[]> {
  const seen: number[] = [];
  for (let i = 0; i < times; i++) seen.push((await ask(emulator, '/api/whoami-v2')).status);
  return seen;
}

async function finishedJob(
  faults: Partial<Record<FaultName, FaultValue>>,
  seed = 1,
): Promise<[HubEmulator, string]> {
  const emulator = await startEmulator({ faults, seed });
  const { id } = await runShell(emulator, count(60));
  await untilStage(emulator, id, 'COMPLETED');
  return [emulator, id];
}

describe('faults of requests', () => {
  it.each([
    ['unauthorized', 401],
    ['rate-limit', 429],
  ] as const)('%s answers %i until it is switched off', async (name, status) => {
    const emulator = await startEmulator({ faults: { [name]: true } });
    expect(await statuses(emulator, 2)).toEqual([status, status]);
    emulator.faults.set(name, false);
    expect(await statuses(emulator, 1)).toEqual([200]);
  });

  it('count down where they have a number', async () => {
    const emulator = await startEmulator({ faults: { 'rate-limit': 2 } });
    expect(await statuses(emulator, 3)).toEqual([429, 429, 200]);
  });

  it('hit at random with a probability, the same ones for the same seed', async () => {
    const seen = async (seed: number): Promise<number[]> =>
      statuses(await startEmulator({ seed, faults: { unauthorized: 0.5 } }), 12);
    const first = await seen(7);
    expect(new Set(first)).toEqual(new Set([200, 401]));
    expect(await seen(7)).toEqual(first);
    expect(await seen(8)).not.toEqual(first);
  });

  it('say when to come again', async () => {
    const emulator = await startEmulator({ faults: { 'rate-limit': 1 } });
    const { headers } = await ask(emulator, '/api/whoami-v2');
    expect(headers.get('retry-after')).toBe('1');
    expect(headers.get('ratelimit')).toBe('"api";r=0;t=1');
  });

  it('have servers fail in every way', async () => {
    const emulator = await startEmulator({ faults: { 'server-error': 40 } });
    expect(new Set(await statuses(emulator, 40))).toEqual(new Set([500, 502, 503, 504]));
  });

  it('refuse jobs without credit, and nothing else', async () => {
    const emulator = await startEmulator({ faults: { 'no-credit': true } });
    await expect(runShell(emulator, 'true')).rejects.toThrow('402');
    expect(await statuses(emulator, 1)).toEqual([200]);
    expect(emulator.jobs).toEqual([]);
  });

  it('let a token read that may not write', async () => {
    const emulator = await startEmulator({ faults: { 'read-only-token': true } });
    const who = (await (await ask(emulator, '/api/whoami-v2')).json()) as {
      auth: { accessToken: { role: string } };
    };
    expect(who.auth.accessToken.role).toBe('read');
    await expect(runShell(emulator, 'true')).rejects.toThrow('403');
    expect((await ask(emulator, '/api/repos/create', { body: { name: 'a' } })).status).toBe(403);
  });

  it('refuse commits alone', async () => {
    const emulator = await startEmulator({ faults: { 'no-upload': true } });
    const repository = `${emulator.accountName}/a`;
    expect((await ask(emulator, '/api/repos/create', { body: { name: 'a' } })).status).toBe(200);
    const body = '{"key":"header","value":{"summary":"s"}}';
    expect((await ask(emulator, `/api/models/${repository}/commit/main`, { body })).status).toBe(503);
    expect(emulator.repository(repository)?.history).toEqual(['initial commit']);
  });

  it('make a job whose answer is lost', async () => {
    const emulator = await startEmulator({ faults: { 'lost-answer': 1 } });
    await expect(runShell(emulator, 'true')).rejects.toThrow('fetch failed');
    expect(emulator.jobs).toHaveLength(1);
    await expect.poll(() => emulator.requests.at(-1)?.status).toBe(null);
    await runShell(emulator, 'true');
    expect(emulator.jobs).toHaveLength(2);
  });

  it('answer nothing, or late', async () => {
    const emulator = await startEmulator({ faults: { 'no-answer': 1, slow: 10 } });
    const asked = ask(emulator, '/api/whoami-v2');
    await expect.poll(() => emulator.faults.settings).toEqual({ slow: 10 });
    expect(await statuses(emulator, 1)).toEqual([200]);
    await emulator.stop();
    await expect(asked).rejects.toThrow('fetch failed');
  });
});

describe('faults of log streams', () => {
  it('break them, and a reader that comes again gets all', async () => {
    const [emulator, id] = await finishedJob({ 'drop-stream': true }, 3);
    let most = 0;
    let cuts = 0;
    let reads = 0;
    for (; most < 61; reads++) {
      const { lines, whole } = await readLog(emulator, id);
      expect(lines.length).toBeGreaterThan(most);
      most = lines.length;
      cuts += whole ? 0 : 1;
    }
    expect(most).toBe(61);
    expect(reads).toBeGreaterThan(3);
    expect(cuts).toBeGreaterThan(0);
    expect(cuts).toBeLessThan(reads);
  });

  it('break at the same lines for the same seed', async () => {
    const lengths = async (): Promise<number[]> => {
      const [emulator, id] = await finishedJob({ 'drop-stream': 20 }, 11);
      const seen: number[] = [];
      for (let i = 0; i < 3; i++) seen.push((await readLog(emulator, id)).lines.length);
      return seen;
    };
    expect(await lengths()).toEqual(await lengths());
  });

  it('bring each event twice', async () => {
    const [emulator, id] = await finishedJob({ 'repeat-events': true });
    const { lines } = await readLog(emulator, id);
    expect(lines).toHaveLength(122);
    expect(lines[1]).toEqual(lines[0]);
  });

  it('replay the newest lines alone to a reader that comes again', async () => {
    const [emulator, id] = await finishedJob({ 'tail-replay': 5 });
    expect((await readLog(emulator, id)).lines).toHaveLength(61);
    expect((await readLog(emulator, id)).lines.map(({ data }) => data)).toEqual([
      '56',
      '57',
      '58',
      '59',
      '60',
    ]);
  });

  it('let the stage follow later than the last line', async () => {
    const emulator = await startEmulator({ faults: { 'stage-lag': 600_000 } });
    const { id } = await runShell(emulator, 'true');
    expect((await readLog(emulator, id)).whole).toBe(true);
    expect(emulator.jobs[0]?.stage).toBe('RUNNING');
  });
});

describe('switches', () => {
  it('are set while it runs, by someone with the token', async () => {
    const emulator = await startEmulator();
    const set = (body: unknown, token?: null): Promise<Response> =>
      ask(emulator, '/__faults', { body, ...(token === null ? { token } : {}) });
    expect((await set({ unauthorized: true }, null)).status).toBe(401);
    expect(await (await set({ 'rate-limit': 3, unauthorized: true })).json()).toEqual({
      'rate-limit': 3,
      unauthorized: true,
    });
    expect(await (await set({ unauthorized: false })).json()).toEqual({ 'rate-limit': 3 });
    expect(await statuses(emulator, 1)).toEqual([429]);
    expect(await (await ask(emulator, '/__faults')).json()).toEqual({ 'rate-limit': 2 });
    expect((await set({ nonsense: true })).status).toBe(400);
  });

  it('are read from the command line', () => {
    expect(parseFault('slow')).toEqual(['slow', true]);
    expect(parseFault('lost-answer=0.25')).toEqual(['lost-answer', 0.25]);
    expect(() => parseFault('slow=often')).toThrow('needs a number');
    expect(() => parseFault('nonsense')).toThrow('There is no fault nonsense');
  });
});
