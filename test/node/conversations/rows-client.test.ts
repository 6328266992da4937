import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChannelError } from '../../../src/core/protocol/channel.ts';
import { HumanError } from '../../../src/core/text/human-error.ts';
import { RowsClient } from '../../../src/node/conversations/rows-client.ts';
import { bundleWorker } from '../../kit/worker-bundle.ts';

let script: string;
beforeAll(async () => {
  script = await bundleWorker();
});
afterAll(async () => {
  await fs.rm(path.dirname(script), { recursive: true });
});

const text = '{"text":"a"}\n{"text":"b"}\n';

describe('the thread that reads rows', () => {
  test('reads those of several screens, each its own', async () => {
    const client = new RowsClient(script);
    const [one, other] = await Promise.all(
      [text, '{"text":"c"}\n'].map((each) => client.open({ kind: 'text', text: each })),
    );
    expect(await one?.call('readRows', { from: 0, count: 9 })).toHaveLength(2);
    one?.dispose();
    expect(await other?.call('readRows', { from: 0, count: 9 })).toHaveLength(1);
    await expect(one?.call('readRows', { from: 0, count: 9 })).rejects.toThrow(HumanError);
    client.dispose();
    await expect(other?.call('readRows', { from: 0, count: 9 })).rejects.toThrow(HumanError);
  });

  test('says why a file cannot be opened, and goes on', async () => {
    const client = new RowsClient(script);
    const missing = client.open({ kind: 'file', path: path.join(path.dirname(script), 'missing.jsonl') });
    await expect(missing).rejects.toThrow(ChannelError);
    const rows = await client.open({ kind: 'text', text });
    expect(await rows.call('rowsState', {})).toMatchObject({ rows: 2, isComplete: true, fault: null });
    client.dispose();
  });
});
