import { spawn } from 'node:child_process';
import process from 'node:process';
import { Socket } from 'node:net';

// Its input ends when the process that wrote to it is gone, however that came about. Linux alone tells whose processes are whose.
const script = `
for id in $(cat); do
  for file in $(grep -lsaF "JOB_ID=$id" /proc/[0-9]*/environ); do
    pid=\${file#/proc/}
    kill -9 "\${pid%/environ}"
  done
done
chmod -R u+w "$1"
rm -rf "$1"
`;

/** Ends what an emulator would leave behind if its process were killed. */
export interface OrphanGuard {
  watch(jobId: string): void;
  /** Does nothing more. */
  dismiss(): void;
}

/** @param directory removed with the jobs */
export function startOrphanGuard(directory: string): OrphanGuard {
  const child = spawn('sh', ['-c', script, 'orphan-guard', directory], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
    detached: true,
  });
  child.unref();
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  if (child.stdin instanceof Socket) child.stdin.unref();
  return {
    watch: (jobId) => void child.stdin.write(`${jobId}\n`),
    dismiss: () => void child.kill('SIGKILL'),
  };
}
