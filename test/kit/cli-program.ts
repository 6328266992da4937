// The command line as a program of its own, from its sources: what src/cli/main.ts is without the files that lie beside it in dist.
import process from 'node:process';
import { Interruption } from '../../src/cli/interruption.ts';
import { runCli } from '../../src/cli/run-cli.ts';

const interruption = new Interruption();
process.exitCode = await runCli({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  out: async (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  terminal: { out: false, err: false, in: false },
  get signal() {
    return interruption.signal;
  },
  version: '',
  places: { worker: '', segmentWorker: '', python: '', media: '' },
});
