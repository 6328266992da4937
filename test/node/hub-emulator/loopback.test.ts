import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { ask, isAlive, runShell, startEmulator } from './hub-client.ts';

/** Fetch does not let its Host header be set. */
function statusFor(endpoint: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get(`${endpoint}/api/jobs/hardware`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .once('error', reject);
  });
}

describe('the emulator', () => {
  it('refuses names that merely lead to it, and pages of other origins', async () => {
    const { endpoint } = await startEmulator();
    const { port, host } = new URL(endpoint);
    expect(await statusFor(endpoint, {})).toBe(200);
    expect(await statusFor(endpoint, { Host: `localhost:${port}`, Origin: `http://${host}` })).toBe(200);
    expect(await statusFor(endpoint, { Host: `evil.example:${port}` })).toBe(403);
    expect(await statusFor(endpoint, { Host: '127.0.0.1' })).toBe(403);
    expect(await statusFor(endpoint, { Origin: 'http://evil.example' })).toBe(403);
    expect(await statusFor(endpoint, { Origin: 'null' })).toBe(403);
  });

  it('says in every answer what it is', async () => {
    const emulator = await startEmulator({ faults: { 'server-error': 1 } });
    const paths = ['/api/whoami-v2', '/api/whoami-v2', '/nothing', '/api/models/a/b', '/api/jobs/hardware'];
    const said: string[] = [];
    for (const item of paths) {
      const response = await ask(emulator, item);
      said.push(
        `${response.status >= 500 ? 'error' : response.status} ${response.headers.get('x-simulated-hub')}`,
      );
    }
    expect(said).toEqual(['error 1', '200 1', '404 1', '404 1', '200 1']);
    const page = await ask(
      emulator,
      `/jobs/${emulator.accountName}/${(await runShell(emulator, 'true')).id}`,
    );
    expect(await page.text()).toContain('Simulated Hub');
  });

  it('has a token of the Hub’s form that nobody knows', async () => {
    const tokens = [(await startEmulator()).token, (await startEmulator({ seed: 0 })).token];
    for (const token of tokens) expect(token).toMatch(/^hf_[A-Za-z0-9]{34}$/);
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it('notes every request with its answer', async () => {
    const emulator = await startEmulator();
    await ask(emulator, '/api/whoami-v2?a=1');
    await ask(emulator, '/api/jobs/hardware', { token: null });
    await expect
      .poll(() => emulator.requests)
      .toEqual([
        { method: 'GET', path: '/api/whoami-v2', query: '?a=1', hasBearer: true, status: 200 },
        { method: 'GET', path: '/api/jobs/hardware', query: '', hasBearer: false, status: 200 },
      ]);
  });

  it('leaves no process and no file when it stops', async () => {
    const emulator = await HubEmulator.start({ schedulingMs: 0 });
    await runShell(emulator, 'trap "" TERM; pwd; echo $$; sleep 600');
    await expect.poll(() => emulator.jobs[0]?.log.length).toBe(3);
    const [, folder, pid] = (emulator.jobs[0]?.log ?? []).map(({ data }) => data);
    await emulator.stop();
    expect(fs.existsSync(folder ?? '')).toBe(false);
    expect(isAlive(pid ?? '')).toBe(false);
  });

  it.each([
    ['ends without a word', 'process.exit(0);'],
    ['is killed', "process.kill(process.pid, 'SIGKILL');"],
  ])('leaves none either when its process %s', async (_how, end) => {
    const script = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tf-hub-test-')), 'main.ts');
    const kit = path.resolve(import.meta.dirname, '../../kit/hub/hub-emulator.ts');
    fs.writeFileSync(
      script,
      `import { HubEmulator } from ${JSON.stringify(kit)};
       const emulator = await HubEmulator.start({ schedulingMs: 0 });
       await fetch(emulator.endpoint + '/api/jobs/' + emulator.accountName, {
         method: 'POST',
         headers: { Authorization: 'Bearer ' + emulator.token },
         body: JSON.stringify({ dockerImage: 'i', command: ['sh', '-c', 'pwd; echo $$; sleep 600'] }),
       });
       while (emulator.jobs[0].log.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
       const said = JSON.stringify(emulator.jobs[0].log.map(({ data }) => data));
       process.stdout.write(said, () => { ${end} });`,
    );
    const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    fs.rmSync(path.dirname(script), { recursive: true });
    const [, folder, pid] = JSON.parse(stdout) as string[];
    await expect.poll(() => fs.existsSync(folder ?? ''), { timeout: 10_000 }).toBe(false);
    expect(isAlive(pid ?? '')).toBe(false);
  });
});
