import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EventTail } from '../../../src/node/run/event-tail.ts';
import { followRun } from '../../../src/node/run/follow-run.ts';
import { LocalLauncher } from '../../../src/node/run/local-launcher.ts';
import { OutputLog } from '../../../src/node/run/output-log.ts';
import { outputTail, outputTailBytes } from '../../../src/node/run/output-tail.ts';
import { RunStore } from '../../../src/node/run/run-store.ts';
import { fakePythonFolder, fakeRequest, makeFolder } from '../../kit/fake-run.ts';

const launcher = new LocalLauncher({ python: fakePythonFolder });

function line(seq: number): string {
  return `${JSON.stringify({ v: 1, seq, time: '2026-11-24T09:30:00.000Z', type: 'started', pid: 1 })}\n`;
}

async function seqs(tail: EventTail): Promise<number[]> {
  const found: number[] = [];
  for await (const events of tail.read()) found.push(...events.map((event) => event.seq));
  return found;
}

describe('the events of a run as they are written', () => {
  it('come once, in whole lines, however the file was cut between two looks', async () => {
    const file = path.join(makeFolder(), 'events.jsonl');
    const tail = new EventTail(file);
    expect(await seqs(tail)).toEqual([]);
    const text = line(1) + line(2) + line(3);
    const seen: number[] = [];
    for (let written = 0; written < text.length; written += 17) {
      fs.appendFileSync(file, text.slice(written, written + 17));
      seen.push(...(await seqs(tail)));
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('come once when the file is written anew', async () => {
    const file = path.join(makeFolder(), 'events.jsonl');
    const tail = new EventTail(file);
    fs.writeFileSync(file, line(1) + line(2));
    expect(await seqs(tail)).toEqual([1, 2]);
    fs.writeFileSync(file, line(1));
    expect(await seqs(tail)).toEqual([]);
    fs.writeFileSync(file, line(1) + line(2) + line(3));
    expect(await seqs(tail)).toEqual([3]);
  });

  it('come from a file larger than one piece', async () => {
    const file = path.join(makeFolder(), 'events.jsonl');
    const count = 60_000;
    fs.writeFileSync(file, Array.from({ length: count }, (_, index) => line(index + 1)).join(''));
    expect(fs.statSync(file).size).toBeGreaterThan(4 * 1024 * 1024);
    expect(await seqs(new EventTail(file))).toHaveLength(count);
  });
});

describe('following a run', () => {
  it('gives two followers the same events, each once', async () => {
    const folder = makeFolder();
    const gate = path.join(folder, 'gate');
    const request = fakeRequest(folder, 'complete', { env: { ...process.env, FAKE_GATE: gate } });
    const { directory } = await launcher.launch(request);
    const seen: number[][] = [[], []];
    const followers = seen.map((list) =>
      followRun(directory, ({ events }) => void list.push(...events.map((event) => event.seq))),
    );
    fs.writeFileSync(gate, '');
    const ends = await Promise.all(followers.map((follower) => follower.ended));
    // The eighth line has a type that readers do not know.
    expect(seen).toEqual([
      [1, 2, 3, 4, 5, 6, 8],
      [1, 2, 3, 4, 5, 6, 8],
    ]);
    expect(ends.map((end) => end.summary.state)).toEqual(['completed', 'completed']);
  });

  it('shows the end of its output with secrets hidden', async () => {
    const handle = await launcher.launch(fakeRequest(makeFolder(), 'complete'));
    const logs: string[] = [];
    await followRun(handle.directory, ({ log }) => void logs.push(log)).ended;
    expect(logs.at(-1)).toContain('token=hf_••••');
    expect(logs.at(-1)).not.toContain('aaaa');
  });

  it('settles with the last state when nobody follows any more', async () => {
    const handle = await launcher.launch(fakeRequest(makeFolder(), 'forever'));
    const followed = followRun(handle.directory, () => undefined);
    followed.dispose();
    expect((await followed.ended).summary.state).toBe('running');
    await handle.stop();
  });

  it('rejects when the directory goes', async () => {
    await expect(followRun(path.join(makeFolder(), 'gone'), () => undefined).ended).rejects.toThrow(
      'run.unreadable',
    );
  });
});

describe('the output of a run', () => {
  it('ends with whole lines of at most 16 KB, a secret at their edge hidden', async () => {
    const folder = makeFolder();
    const secret = `hf_${'s'.repeat(3000)}`;
    const filler = 'x'.repeat(outputTailBytes - 1000);
    fs.writeFileSync(
      path.join(folder, 'output.log'),
      `${'first line\n'.repeat(900)}${secret}\n${filler}\nlast\n`,
    );
    const shown = await outputTail(folder);
    expect(shown.length).toBeLessThanOrEqual(outputTailBytes);
    expect(shown).not.toContain('sss');
    expect(shown.endsWith('x\nlast\n')).toBe(true);
  });

  it('holds back half a line, so that no half of a secret is shown', async () => {
    const folder = makeFolder();
    const log = new OutputLog(folder);
    const read = async (last: boolean): Promise<string> => {
      let text = '';
      for await (const piece of log.read(last)) text += piece;
      return text;
    };
    fs.writeFileSync(path.join(folder, 'output.log'), 'one\nhf_abc');
    expect(await read(false)).toBe('one\n');
    fs.appendFileSync(path.join(folder, 'output.log'), 'defghijk\rend');
    expect(await read(false)).toBe('hf_••••\r');
    expect(await read(true)).toBe('end');
  });
});

describe('the runs of a folder', () => {
  it('are announced when one appears and when it ends', async () => {
    const folder = makeFolder();
    const store = new RunStore(folder);
    const states: string[] = [];
    const ended = new Promise<void>((resolve) => {
      store.onDidChange((runs) => {
        states.push(runs.map((run) => run.summary.state).join());
        if (runs[0]?.summary.state === 'stopped') resolve();
      });
    });
    store.watch();
    const handle = await launcher.launch(fakeRequest(folder, 'forever'));
    await store.list();
    await handle.stop();
    await ended;
    store.dispose();
    expect(states.at(-1)).toBe('stopped');
  });

  it('can be listed by several at once', async () => {
    const folder = makeFolder();
    const handle = await launcher.launch(fakeRequest(folder, 'complete'));
    await handle.ended;
    const store = new RunStore(folder);
    const lists = await Promise.all([store.list(), store.list(), new RunStore(folder).list()]);
    expect(lists.map((runs) => runs[0]?.summary.step)).toEqual([3, 3, 3]);
  });
});
