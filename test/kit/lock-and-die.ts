// Started as a process of its own by a test: takes the lock of a run directory and ends without giving it back.
import process from 'node:process';
import { takeFollowLock } from '../../src/node/run/follow-lock.ts';

await takeFollowLock(process.argv[2] ?? '');
process.exit();
