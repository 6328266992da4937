import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { linuxProcessTable } from '../../../src/node/process/linux-process-table.ts';
import type { ProcessTable } from '../../../src/node/process/process-entry.ts';
import { parsePsLine, psProcessTable } from '../../../src/node/process/ps-process-table.ts';
import { signalGroup } from '../../../src/node/process/signal-group.ts';

const tables: [string, ProcessTable][] = [['ps', psProcessTable]];
if (process.platform === 'linux') tables.push(['/proc', linuxProcessTable]);

async function sleeper(): Promise<number> {
  const child = spawn('sleep', ['611'], { detached: true, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child.pid ?? 0;
}

describe.each(tables)('the processes by %s', (_name, table) => {
  it('have a group, a user and a command line', async () => {
    const pid = await sleeper();
    const entry = await table.read(pid);
    expect(entry).toMatchObject({ pid, group: pid, uid: process.getuid?.() });
    expect(entry?.command).toContain('611');
    expect(entry?.startTicks).toBeGreaterThan(0);
    expect(await table.read(pid)).toEqual(entry);
  });

  it('are found by their group as long as they live', async () => {
    const pid = await sleeper();
    expect((await table.group(pid)).map((entry) => entry.pid)).toEqual([pid]);
    const child = await table.read(pid);
    expect(child).not.toBeNull();
    signalGroup(pid, 'SIGKILL');
    await expect.poll(() => table.group(pid)).toEqual([]);
    expect(await table.read(pid)).toBeNull();
  });
});

describe('a line of ps', () => {
  it('is read as macOS writes it', () => {
    const line = '  812   812   501 Ss   Tue Nov 24 09:30:05 2026     /usr/bin/python3 -m tuning_fork sft';
    expect(parsePsLine(line)).toMatchObject({
      pid: 812,
      group: 812,
      uid: 501,
      command: '/usr/bin/python3 -m tuning_fork sft',
    });
  });

  it('is none for a zombie or an empty answer', () => {
    expect(parsePsLine('  812   812   501 Z+   Tue Nov 24 09:30:05 2026     (python3)')).toBeNull();
    expect(parsePsLine('')).toBeNull();
  });
});

describe('signalling a group', () => {
  it('says that there is none', async () => {
    const pid = await sleeper();
    signalGroup(pid, 'SIGKILL');
    await expect.poll(() => signalGroup(pid, 0)).toBe(false);
  });

  it.each([0, 1, -5, 1.5, Number.NaN])('refuses %d, which would reach other processes', (group) => {
    expect(() => signalGroup(group, 0)).toThrow('no process group');
  });
});
