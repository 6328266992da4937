// A process of its own that runs one command line in its folder, and kills itself without a warning when that has begun to write: nobody
// else could be sure to do it before the work is done.
import { watch } from 'node:fs';
import process from 'node:process';
import { cli } from './cli-process.ts';

watch(process.cwd(), (_event, name) => {
  if (name?.endsWith('.part') === true) process.kill(process.pid, 'SIGKILL');
});
await cli(process.cwd(), process.argv.slice(2));
