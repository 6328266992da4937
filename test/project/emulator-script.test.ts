import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isAlive } from '../node/hub-emulator/hub-client.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Started {
  readonly line: string;
  /** Ends npm alone, not what it started. Resolves with all of stdout when all that wrote to it has gone. */
  end(signal: NodeJS.Signals): Promise<string>;
}

/** `npm run -s emulator` up to its line. */
async function start(...args: string[]): Promise<Started> {
  const command = ['run', '-s', 'emulator', '--', '--python', 'python3', ...args];
  const npm = spawn('npm', command, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  const closed = new Promise<void>((resolve) => npm.stdout.once('close', resolve));
  const line = await new Promise<string>((resolve) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.endsWith('\n')) resolve(out);
    });
    void closed.then(() => resolve(out));
  });
  return {
    line,
    async end(signal) {
      npm.kill(signal);
      await closed;
      return out;
    },
  };
}

it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
  'npm run emulator prints one line, and leaves nothing when npm alone gets %s',
  async (signal) => {
    const emulator = await start('--fault', 'rate-limit=1', '--seed', '3');
    const { endpoint, token } = JSON.parse(emulator.line) as { endpoint: string; token: string };
    expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${endpoint}/api/whoami-v2`, { headers })).status).toBe(429);
    const body = JSON.stringify({
      dockerImage: 'i',
      command: ['sh', '-c', 'trap "" TERM; echo $$; sleep 600'],
    });
    const job = await fetch(`${endpoint}/api/jobs/tuner`, { method: 'POST', headers, body });
    const { id } = (await job.json()) as { id: string };
    const pid = await firstLine(`${endpoint}/api/jobs/tuner/${id}/logs`, headers);
    expect(await emulator.end(signal)).toBe(emulator.line);
    expect(isAlive(pid)).toBe(false);
    await expect(fetch(endpoint)).rejects.toThrow('fetch failed');
  },
);

it('npm run emulator names the faults where it does not know one', async () => {
  const emulator = await start('--fault', 'nonsense');
  expect(emulator.line).toBe('');
});

/** The number in the first line that a job prints itself. */
async function firstLine(url: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, { headers });
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString();
    const pid = /^data: \{"data":"(\d+)"/m.exec(text)?.[1];
    if (pid !== undefined) return pid;
  }
  throw new Error(`no line: ${text}`);
}
