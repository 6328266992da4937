import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ProcessEntry, ProcessTable } from './process-entry.ts';

const run = promisify(execFile);
const columns = 'pid=,pgid=,uid=,stat=,lstart=,command=';
const line = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/;

/** By `ps`, for systems without /proc. Environments are not to be had there. */
export const psProcessTable: ProcessTable = {
  async bootId() {
    const said = await output('sysctl', ['-n', 'kern.bootsessionuuid']);
    return said.trim() || null;
  },
  async read(pid) {
    const said = await output('ps', ['-ww', '-o', columns, '-p', String(pid)]);
    return parsePsLine(said.split('\n')[0] ?? '');
  },
  async group(group) {
    const said = await output('ps', ['-ww', '-A', '-o', columns]);
    return said.split('\n').flatMap((each) => {
      const entry = parsePsLine(each);
      return entry?.group === group ? [entry] : [];
    });
  },
};

/** One line of `ps -o pid=,pgid=,uid=,stat=,lstart=,command=` in the C locale; null for a zombie or another line. */
export function parsePsLine(text: string): ProcessEntry | null {
  const [, pid, group, uid, state, started, command] = line.exec(text) ?? [];
  if (state === undefined || started === undefined || state.startsWith('Z')) return null;
  return {
    pid: Number(pid),
    group: Number(group),
    uid: Number(uid),
    startTicks: Date.parse(started) / 1000,
    command: command ?? '',
    environment: '',
  };
}

/** Empty if the program fails, as `ps` does when there is no such process. */
async function output(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(program, args, {
      env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' },
    });
    return stdout;
  } catch {
    return '';
  }
}
