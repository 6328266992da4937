import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeRunRecord, readRunRecord } from '../../../src/node/run/run-directory.ts';
import { RunStore } from '../../../src/node/run/run-store.ts';
import { recordRun } from '../../kit/recorded-run.ts';

const changes = 25;

describe('run.json', () => {
  it('keeps what several change at the same time, in this process and in another', async () => {
    const { directory } = recordRun();
    const child = fork('test/kit/change-record.ts', [directory, String(changes)]);
    const exited = once(child, 'exit');
    await once(child, 'message');
    for (let number = 0; number < changes; number++) {
      const fields = { [`here-${number}`]: true, stopRequestedAt: String(number) };
      await Promise.all(
        Object.entries(fields).map(([key, value]) => changeRunRecord(directory, { [key]: value })),
      );
    }
    await exited;
    const record = JSON.parse(fs.readFileSync(path.join(directory, 'run.json'), 'utf8')) as object;
    const names = Array.from({ length: changes }, (_, number) => [
      `here-${number}`,
      `there-${number}`,
    ]).flat();
    expect(names.filter((name) => !(name in record))).toEqual([]);
    expect(fs.readdirSync(directory).filter((name) => name.includes('.lock'))).toEqual([]);
  });

  it('is changed although somebody died while changing it', async () => {
    const { directory } = recordRun();
    fs.writeFileSync(path.join(directory, 'run.json.lock'), '');
    await changeRunRecord(directory, { stopRequestedAt: 'now' });
    expect((await readRunRecord(directory))?.stopRequestedAt).toBe('now');
  });

  it.each(['../../../elsewhere', '20261125-223335-other-0000'])(
    'counts for its own directory alone: one that says %s is no run, and hides no other',
    async (id) => {
      const { directory, folder } = recordRun();
      const hostile = path.join(path.dirname(directory), '20261125-223335-tiny-ffff');
      fs.cpSync(directory, hostile, { recursive: true });
      await changeRunRecord(hostile, { id });
      const runs = await new RunStore(folder).list();
      expect(runs.map(({ record }) => record.id)).toEqual([path.basename(directory)]);
    },
  );
});
