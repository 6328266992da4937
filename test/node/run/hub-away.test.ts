import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { HumanError } from '../../../src/core/text/human-error.ts';
import { hubFetch } from '../../../src/node/hub/hub-fetch.ts';
import { keepFollowing } from '../../../src/node/run/keep-following.ts';
import { RunReader } from '../../../src/node/run/run-reader.ts';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { printEvents, runJobOf, shortPatience } from '../../kit/job-run.ts';

it(
  'a Hub that is gone in the middle of a run costs nothing that was there, and is said once',
  { timeout: 60_000 },
  async () => {
    const hub = await HubEmulator.start();
    const { directory, connection } = await runJobOf(hub, printEvents(10_000, 0.01));
    const events = path.join(directory, 'events.jsonl');
    const quick = { timeout: 2_000, waits: [1, 1], longestWait: 10 };
    const stop = new AbortController();
    const problems: (HumanError | null)[] = [];
    const following = keepFollowing(directory, {
      connect: async () => ({ ...connection, fetch: hubFetch(hub.endpoint, quick) }),
      signal: stop.signal,
      patience: shortPatience,
      onProblem: (problem) => {
        problems.push(problem);
        stop.abort();
      },
    });
    while (!fs.existsSync(events)) await new Promise((resolve) => setTimeout(resolve, 10));
    await hub.stop();
    await following;
    expect(problems.map((problem) => problem?.detail.id)).toEqual(['hub.refused.unreachable']);
    const { summary } = await new RunReader(directory).look();
    expect(summary.state).toBe('running');
    expect(summary.step).toBeGreaterThan(0);
    expect(fs.existsSync(path.join(directory, 'follow.lock'))).toBe(false);
  },
);
