import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { CompareEvent } from '../../../src/core/compare/compare-event.ts';
import type { CompareRequest } from '../../../src/core/compare/compare-request.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import {
  startComparing,
  type CompareOutcome,
  type ComparingProcess,
} from '../../../src/node/compare/comparing-process.ts';
import { readComparison } from '../../../src/node/compare/read-comparison.ts';
import {
  fakeComparingEnvironment,
  fakeComparingFolder,
  requestIn,
  type FakeComparing,
} from '../../kit/fake-comparing.ts';
import { makeFolder } from '../../kit/fake-run.ts';
import { makeTinyTraining, trainingPython } from '../../kit/tiny-training.ts';

const own = (text: string) => ({ messages: [{ role: 'user', content: text }] });

interface Compared {
  readonly comparing: ComparingProcess;
  readonly events: CompareEvent[];
  /** Settles at the first event that fits. */
  readonly until: (fits: (event: CompareEvent) => boolean) => Promise<void>;
}

async function start(kind: FakeComparing, request: CompareRequest): Promise<Compared> {
  const events: CompareEvent[] = [];
  const waiting = new Set<() => void>();
  const comparing = await startComparing(request, {
    python: 'python3',
    pythonFolder: fakeComparingFolder,
    env: { ...fakeComparingEnvironment(kind), HF_TOKEN: 'hf_secret' },
    onEvent: (event) => {
      events.push(event);
      for (const look of waiting) look();
    },
  });
  const until = (fits: (event: CompareEvent) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (events.some(fits)) resolve();
      };
      waiting.add(look);
      look();
    });
  return { comparing, events, until };
}

function sentenceOf(outcome: CompareOutcome): string {
  return outcome.kind === 'failed' ? formatMessage(outcome.sentence, 'en') : outcome.kind;
}

describe('startComparing', () => {
  it('tells the events of the protocol and nothing else, in order', async () => {
    const request = requestIn(makeFolder(), { prompts: [own('why?')] });
    const { comparing, events } = await start('complete', request);
    expect(await comparing.ended).toEqual({ kind: 'completed' });
    expect(events.map(({ type }) => type)).toEqual(
      'phase comparison saved prompt delta answer delta answer comparison saved'.split(' '),
    );
    expect((await readComparison(request.out)).prompts[0]?.after?.text).toBe('after: why?');
  });

  it('starts it in the folder of the request, without a token and without modules of that folder', async () => {
    const folder = makeFolder();
    const request = requestIn(folder);
    await (
      await start('complete', request)
    ).comparing.ended;
    const log = fs.readFileSync(path.join(request.out, 'output.log'), 'utf8');
    const printed = v.object({ cwd: v.string(), env: v.record(v.string(), v.string()) });
    const { cwd, env } = v.parse(printed, JSON.parse(log));
    expect(cwd).toBe(folder);
    expect(env).toMatchObject({ PYTHONSAFEPATH: '1', PYTHONUTF8: '1', HF_HUB_DISABLE_TELEMETRY: '1' });
    expect(env).not.toHaveProperty('HF_TOKEN');
  });

  it('takes prompts while the process stays, until there are no more', async () => {
    const request = requestIn(makeFolder(), { stay: true });
    const { comparing, until } = await start('complete', request);
    await until((event) => event.type === 'phase' && event.name === 'waiting');
    comparing.ask(own('하나').messages);
    await until((event) => event.type === 'answer' && event.side === 'after');
    comparing.finish();
    expect(await comparing.ended).toEqual({ kind: 'completed' });
    expect((await readComparison(request.out)).prompts[0]?.before?.text).toBe('before: 하나');
  });

  it.each<[FakeComparing, string]>([
    ['fail', 'The adapter a does not fit the model b. Name the model that the adapter was trained on.'],
    ['memory', "can't allocate memory Close other programs, or set use_cpu: true in the recipe."],
    ['silent', 'The comparing process ended without a reason; its last words stand in '],
    ['killed', 'The comparing process was killed (SIGKILL), as the system does when memory runs out'],
  ])('says why it ended: %s', async (kind, sentence) => {
    const { comparing } = await start(kind, requestIn(makeFolder()));
    expect(sentenceOf(await comparing.ended)).toContain(sentence);
  });

  it.each<FakeComparing>(['forever', 'stubborn'])(
    'ends it with all its processes when stopped: %s',
    { timeout: 20_000 },
    async (kind) => {
      const request = requestIn(makeFolder());
      const { comparing, until } = await start(kind, request);
      await until(({ type }) => type === 'saved');
      expect(await comparing.stop()).toEqual({ kind: 'stopped' });
      expect(await comparing.stop()).toEqual({ kind: 'stopped' });
      expect((await readComparison(request.out)).complete).toBe(false);
    },
  );

  it('says which interpreter is not there', async () => {
    const request = requestIn(makeFolder());
    const options = { python: '/nowhere/python', pythonFolder: fakeComparingFolder, env: process.env };
    await expect(startComparing(request, { ...options, onEvent: () => undefined })).rejects.toMatchObject({
      detail: { id: 'run.launch.missing', args: { path: '/nowhere/python' } },
    });
  });
});

if (trainingPython === undefined) {
  process.stderr.write('skipped: comparing with TRL (TUNING_FORK_TEST_PYTHON is not set)\n');
}

describe.skipIf(trainingPython === undefined)('the comparing process', () => {
  it('compares a tiny model with itself', { timeout: 120_000 }, async () => {
    const python = trainingPython ?? '';
    const folder = makeTinyTraining(python, 1);
    const model = path.join(folder, 'model');
    const data = path.join(folder, 'train.jsonl');
    const request = requestIn(folder, { before: model, after: model, data, trainingData: [data] });
    const events: CompareEvent[] = [];
    const comparing = await startComparing(request, {
      python,
      pythonFolder: path.resolve('python'),
      env: process.env,
      onEvent: (event) => events.push(event),
    });
    expect(await comparing.ended).toEqual({ kind: 'completed' });
    const comparison = await readComparison(request.out);
    expect(comparison).toMatchObject({ complete: true, data: { rows: 16, dropped: [] }, loss: { rows: 5 } });
    expect(comparison.loss?.after).toBe(comparison.loss?.before);
    expect(comparison.data?.alsoTrained).toHaveLength(16);
    expect(comparison.prompts.map(({ row }) => row)).toEqual([1, 2]);
    // Every event that Python writes is one of compare-event.ts: none was left out.
    const count = (type: CompareEvent['type']): number => events.filter((each) => each.type === type).length;
    expect([count('loss'), count('answer')]).toEqual([2, 4]);
    expect(count('delta')).toBeGreaterThan(4);
  });
});
