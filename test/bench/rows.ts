// Reading rows for the Conversations editor from a file of 1 GB, in the thread that does it: the first rows while the rest is
// still indexed, then any row.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RowsClient } from '../../src/node/conversations/rows-client.ts';
import { bundleWorker } from '../kit/worker-bundle.ts';
import { writeConversations } from './kit/generated-rows.ts';
import { median } from './kit/interleave.ts';
import { report, type BenchRow } from './kit/report.ts';

const BYTES = 1e9;
const JUMPS = 200;

async function measure(worker: string, file: string): Promise<BenchRow[]> {
  const client = new RowsClient(worker);
  const row = (what: string, milliseconds: number, goal: string): BenchRow => {
    return {
      what: `rows, 1 GB, ${what}`,
      ours: `${milliseconds.toFixed(0)} ms`,
      reference: '',
      ratio: '',
      goal,
    };
  };
  const start = performance.now();
  const rows = await client.open({ kind: 'file', path: file });
  await rows.call('readRows', { from: 0, count: 20 });
  const first = performance.now() - start;
  const early: number[] = [];
  let state = await rows.call('rowsState', {});
  for (; !state.isComplete; state = await rows.call('rowsState', {})) {
    const asked = performance.now();
    await rows.call('readRows', { from: Math.floor(state.rows / 2), count: 20 });
    early.push(performance.now() - asked);
    await pause(50);
  }
  const indexed = performance.now() - start;
  const later: number[] = [];
  for (let n = 0; n < JUMPS; n++) {
    const asked = performance.now();
    await rows.call('readRows', { from: Math.floor((state.rows * n * 0.618) % state.rows), count: 20 });
    later.push(performance.now() - asked);
  }
  client.dispose();
  return [
    row('the first ones', first, '≤ 1500 ms with the window'),
    row('any indexed one, while the rest is indexed, median', median(early), '≤ 100 ms'),
    row('the same, slowest', Math.max(...early), '≤ 100 ms'),
    row('any one, slowest', Math.max(...later), '≤ 100 ms'),
    row(`the index of ${state.rows} rows`, indexed, ''),
  ];
}

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bench-rows-'));
const worker = await bundleWorker();
try {
  const file = path.join(folder, 'large.jsonl');
  await writeConversations(file, BYTES);
  report(await measure(worker, file));
} finally {
  await fs.rm(folder, { recursive: true });
  await fs.rm(path.dirname(worker), { recursive: true });
}
