import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doctorReport } from '../../src/core/python/diagnosis.ts';
import { cli } from '../kit/cli-process.ts';
import { HubEmulator } from '../kit/hub/hub-emulator.ts';

let hub: HubEmulator;
let home = '';

beforeAll(async () => {
  hub = await HubEmulator.start({ account: { name: 'tuner', orgs: ['tuners'] } });
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'doctor-hub-'));
});
beforeEach(() => hub.faults.clear());
afterAll(async () => {
  await hub.stop();
  fs.rmSync(home, { recursive: true });
});

async function doctor(token: string | undefined, ...more: string[]): Promise<{ out: string; notes: string }> {
  const env = { PATH: '/nowhere', HOME: home, LANG: 'C', HF_ENDPOINT: hub.endpoint, HF_TOKEN: token };
  return cli(home, ['doctor', ...more], { env });
}

/** What doctor says of the Hub; the other checks depend on the computer. */
async function hubCheck(token: string | undefined): Promise<object> {
  const { out } = await doctor(token, '--hub', '--format', 'json');
  const report = v.parse(doctorReport, JSON.parse(out));
  const check = report.checks.find((each) => each.id === 'hub');
  return { account: report.hub.account, ok: check?.ok, message: check?.message, todo: check?.todo };
}

describe('doctor --hub', () => {
  test('says whose token it is and what it may do, and never the token', async () => {
    expect(await hubCheck(hub.token)).toMatchObject({
      account: {
        name: 'tuner',
        namespaces: ['tuner', 'tuners'],
        role: 'write',
        canWrite: true,
        simulated: true,
      },
      ok: true,
      message: 'Signed in as tuner by HF_TOKEN of the environment: may read and write.',
      todo: expect.stringContaining('an emulator on this computer'),
    });
    const { out, notes } = await doctor(hub.token, '--hub');
    expect(out + notes).not.toContain(hub.token);
  });

  test('says that a token may not write', async () => {
    hub.faults.set('read-only-token', true);
    const { account, ok, todo } = (await hubCheck(hub.token)) as {
      account: object;
      ok: boolean;
      todo: string;
    };
    expect(account).toMatchObject({ role: 'read', canWrite: false });
    expect([ok, todo]).toEqual([true, expect.stringContaining('write permission')]);
  });

  test('finds fault with a wrong token and with none', async () => {
    expect(await hubCheck('hf_wrong')).toMatchObject({
      account: null,
      ok: false,
      message: expect.stringContaining('not valid'),
    });
    expect(await hubCheck(undefined)).toMatchObject({
      account: null,
      ok: false,
      message: expect.stringContaining('Nobody is signed in'),
    });
  });

  test('asks the Hub nothing without --hub', async () => {
    const before = hub.requests.length;
    await doctor(hub.token);
    expect(hub.requests.length).toBe(before);
  });
});
