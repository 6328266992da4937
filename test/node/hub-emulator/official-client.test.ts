import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { trainingPython } from '../../kit/tiny-training.ts';
import { startEmulator } from './hub-client.ts';

if (trainingPython === undefined) {
  process.stderr.write(
    'skipped: huggingface_hub on the simulated Hub (TUNING_FORK_TEST_PYTHON is not set)\n',
  );
}

it.skipIf(trainingPython === undefined)(
  'does for huggingface_hub what the Hub does, also in parts and by its command line',
  { timeout: 120_000 },
  async () => {
    const python = trainingPython ?? '';
    const emulator = await startEmulator({ python, multipartBytes: 8_000_000, partBytes: 4_000_000 });
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'tf-hub-home-'));
    const env = {
      PATH: process.env['PATH'],
      HOME: home,
      TMPDIR: home,
      LANG: 'C.UTF-8',
      HF_ENDPOINT: emulator.endpoint,
      HF_TOKEN: emulator.token,
      HF_HUB_DISABLE_XET: '1',
      HF_HUB_DISABLE_PROGRESS_BARS: '1',
      HF_HUB_DISABLE_UPDATE_CHECK: '1',
      HF_HUB_DISABLE_TELEMETRY: '1',
    };
    const scenarios = path.resolve(import.meta.dirname, '../../kit/hub/official_client.py');
    const ran = promisify(execFile)(python, [scenarios, emulator.strangerToken], { env });
    const { stdout } = await ran.catch((error: Error & { stdout: string }) => error);
    fs.rmSync(home, { recursive: true });
    expect(stdout.split('\n').filter((line) => !line.startsWith('ok '))).toEqual(['']);
    expect(stdout.match(/^ok /gm)?.length).toBe(17);
    expect(emulator.requests.some(({ path }) => /^\/__lfs\/[^/]+\/2$/.test(path))).toBe(true);
    expect(emulator.requests.filter(({ path }) => path.includes('xet'))).toEqual([]);
  },
);
