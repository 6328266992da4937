import type { ServerResponse } from 'node:http';
import os from 'node:os';
import { openStream } from './log-stream.ts';
import type { Job } from './job.ts';

/** Writes the load of this machine once a second until the job is over: a job has no machine of its own here. */
export function streamMetrics(job: Job, response: ServerResponse): Promise<void> {
  openStream(response);
  const write = (): void => {
    response.write(`data: ${JSON.stringify(metrics())}\n\n`);
    if (job.isOver) response.end();
  };
  write();
  const timer = setInterval(write, 1000);
  return new Promise((resolve) => {
    response.once('close', () => {
      clearInterval(timer);
      resolve();
    });
  });
}

function metrics(): object {
  const cores = os.availableParallelism();
  const load = Math.min(cores, os.loadavg()[0] ?? 0);
  return {
    cpu_usage_pct: Math.round((load / cores) * 100),
    cpu_millicores: cores * 1000,
    memory_used_bytes: os.totalmem() - os.freemem(),
    memory_total_bytes: os.totalmem(),
    rx_bps: 0,
    tx_bps: 0,
    gpus: {},
    replica: 'simulated',
  };
}
