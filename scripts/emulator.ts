// A Hugging Face Hub with jobs on 127.0.0.1. Prints one line of JSON with its address and token when it is ready.
//   --python PATH       runs the jobs; $TUNING_FORK_PYTHON or the prepared one otherwise
//   --fault NAME[=N]    switches a fault on, several times if wanted
//   --seed N            makes the faults repeatable
//   --port PORT         a free one otherwise
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parseFault } from '../test/kit/hub/faults.ts';
import { HubEmulator } from '../test/kit/hub/hub-emulator.ts';
import { exitOnSignals } from './exit-on-signals.ts';
import { ensurePython } from './python-environment.ts';

const { values } = parseArgs({
  options: {
    python: { type: 'string' },
    fault: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '0' },
    port: { type: 'string', default: '0' },
  },
});

/** Resolves when this shall end: at a signal, or when what started it is gone. */
function untilStopped(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const stop = (): void => {
      clearInterval(watch);
      resolve();
    };
    const watch = setInterval(() => {
      if (process.ppid !== parent) stop();
    }, 250);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

async function run(): Promise<void> {
  const faults = Object.fromEntries(values.fault.map(parseFault));
  const python = values.python ?? (process.env['TUNING_FORK_PYTHON'] || (await ensurePython()));
  const emulator = await HubEmulator.start({
    python,
    port: Number(values.port),
    seed: Number(values.seed),
    faults,
    log: (line) => console.error(line),
  });
  releaseSignals();
  const stopped = untilStopped();
  console.log(JSON.stringify({ endpoint: emulator.endpoint, token: emulator.token }));
  await stopped;
  await emulator.stop();
}

// Whoever reads the lines may leave before this ends.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const releaseSignals = exitOnSignals();
try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
