import fs from 'node:fs';

/** What anybody on this computer may read of a process, and what its user may. */
export interface SeenProcess {
  readonly commandLine: string;
  readonly environment: string;
}

/** Looks again and again at the processes whose command line holds a text, until it is stopped. Linux only. */
export function watchProcesses(text: string): { stop(): SeenProcess[] } {
  const seen = new Map<string, SeenProcess>();
  const timer = setInterval(() => {
    for (const pid of fs.readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue;
      const commandLine = read(pid, 'cmdline');
      if (!commandLine.includes(text)) continue;
      // Between fork and exec a process still has the environment of its parent: the last look counts.
      seen.set(`${pid} ${commandLine}`, { commandLine, environment: read(pid, 'environ') });
    }
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return [...seen.values()];
    },
  };
}

/** Empty where the process has gone meanwhile. */
function read(pid: string, file: 'cmdline' | 'environ'): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
