// Started as a process of its own by a test that kills it: follows a job and tells when the first events are there.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { connectHub } from '../../src/node/hub/connect-hub.ts';
import { keepFollowing } from '../../src/node/run/keep-following.ts';

const [directory = ''] = process.argv.slice(2);
const events = path.join(directory, 'events.jsonl');
const size = (): number => fs.statSync(events, { throwIfNoEntry: false })?.size ?? 0;
const before = size();
void keepFollowing(directory, {
  connect: () => connectHub(process.env),
  signal: AbortSignal.timeout(60_000),
});
while (size() <= before) await delay(5);
process.send?.('following');
