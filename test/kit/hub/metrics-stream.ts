import type { ServerResponse } from 'node:http';
import os from 'node:os';
import type { Job } from './job.ts';
import { openStream } from './log-stream.ts';

/**
 * Writes the load of this machine once a second while the job runs: it has no machine of its own here. The stream of a job
 * that has ended stays open and silent, as the Hub's does (huggingface_hub 2.4 hf_api.py:fetch_job_metrics).
 */
export function streamMetrics(job: Job, response: ServerResponse): Promise<void> {
  openStream(response);
  const write = (): void => {
    if (!job.isOver) response.write(`event: metric\ndata: ${JSON.stringify(metrics())}\n\n`);
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
