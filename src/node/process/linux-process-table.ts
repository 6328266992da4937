import fs from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { signalGroup } from './signal-group.ts';
import type { ProcessEntry, ProcessTable } from './process-entry.ts';

// proc(5): fields of /proc/PID/stat after the command name, which is field 2 and may hold spaces and parentheses.
const afterName = 3;
const stateField = 3;
const groupField = 5;
const startTimeField = 22;
const execTries = 20;
const execMs = 5;

export const linuxProcessTable: ProcessTable = {
  async bootId() {
    return (await text('/proc/sys/kernel/random/boot_id'))?.trim() ?? null;
  },
  async read(pid) {
    const stat = await readStat(pid);
    return stat === null ? null : complete(stat);
  },
  async group(group) {
    if (!signalGroup(group, 0)) return [];
    const pids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const stats = await Promise.all(pids.map(readStat));
    const members = stats.filter((stat) => stat !== null).filter((stat) => stat.group === group);
    return (await Promise.all(members.map(complete))).filter((entry) => entry !== null);
  },
};

type Stat = Pick<ProcessEntry, 'pid' | 'group' | 'startTicks'>;

async function readStat(pid: number): Promise<Stat | null> {
  const line = await text(`/proc/${pid}/stat`);
  if (line === null) return null;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): string => fields[number - afterName] ?? '';
  if (field(stateField) === 'Z' || field(stateField) === 'X') return null;
  return { pid, group: Number(field(groupField)), startTicks: Number(field(startTimeField)) };
}

async function complete(stat: Stat): Promise<ProcessEntry | null> {
  const folder = `/proc/${stat.pid}`;
  try {
    const { uid } = await fs.stat(folder);
    const command = await settledText(`${folder}/cmdline`);
    return { ...stat, uid, command, environment: (await text(`${folder}/environ`)) ?? '' };
  } catch {
    return null;
  }
}

/** While a process executes another program its command line is empty for a moment; it is asked for again until it is not. */
async function settledText(file: string): Promise<string> {
  for (let tries = 0; tries < execTries; tries++) {
    const said = await text(file);
    if (said !== '') return said ?? '';
    await delay(execMs);
  }
  return '';
}

/** Null if the file is gone or not ours to read: processes end while they are looked at. */
async function text(file: string): Promise<string | null> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch {
    return null;
  }
}
