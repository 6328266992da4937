// Runs the Hub and its jobs on this machine, for the editor and for tests: `npm run -s emulator`.
import process from 'node:process';
import { ensurePackages, handOver } from './packages.mjs';

// npm may be ended alone, and it may be ended by a signal that nothing can pass on.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 100);
watch.unref();

ensurePackages();
handOver('scripts/emulator.ts');
