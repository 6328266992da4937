import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doctorReport } from '../../src/core/python/diagnosis.ts';
import { cli } from '../kit/cli-process.ts';

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doctor-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A program that answers as a Python of this version with these packages would: the probe, and what the runner's doctor prints. */
function fakePython(version: string, packages: Record<string, string>): string {
  const file = path.join(folder, `python-${version}-${Object.keys(packages).length}`);
  const probe = JSON.stringify({ version, executable: file, packages, ensurepip: true });
  const diagnosis = JSON.stringify({ version: 1, gpu: { kind: 'cpu', devices: [] } });
  fs.writeFileSync(
    file,
    `#!/bin/sh\ncase "$*" in *tuning_fork*) echo '${diagnosis}';; *) echo '${probe}';; esac\n`,
    {
      mode: 0o755,
    },
  );
  return file;
}

const complete = {
  torch: '2.13.0',
  transformers: '5.23.0',
  trl: '1.16.0',
  datasets: '5.2.0',
  peft: '0.21',
  accelerate: '1.15',
};

const withToken = {
  ...process.env,
  LANG: 'C',
  TUNING_FORK_PYTHON: '',
  HF_TOKEN: `hf_${'a'.repeat(34)}`,
  HF_HOME: '/nowhere',
};

describe('doctor', () => {
  test('is fine with a Python that has everything, and says what there is', async () => {
    const python = fakePython('3.11.7', complete);
    const { code, out } = await cli(folder, ['doctor', '--python', python, '--format', 'json']);
    const report = v.parse(doctorReport, JSON.parse(out));
    expect(code).toBe(0);
    expect(report.python).toEqual({ path: python, version: '3.11.7', source: 'named on the command line' });
    expect(report.packages).toEqual(complete);
    expect(report.gpu).toEqual({ kind: 'cpu' });
    expect(report.checks.map(({ id, ok }) => [id, ok])).toEqual([
      ['python', true],
      ['packages', true],
      ['gpu', true],
      ['token', true],
    ]);
  });

  test('names what is missing, and the command that installs it', async () => {
    const python = fakePython('3.12.1', { torch: '2.13.0' });
    const { code, out } = await cli(folder, ['doctor', '--python', python]);
    expect(code).toBe(1);
    expect(out).toContain('FAIL Training needs transformers, trl, datasets, peft, accelerate');
    expect(out).toContain(`${python} -m pip install transformers trl datasets peft accelerate`);
  });

  test('names a Python that is too old with its version and the way out', async () => {
    const { code, out } = await cli(folder, ['doctor', '--python', fakePython('3.9.2', complete)]);
    expect(code).toBe(1);
    expect(out).toContain('is Python 3.9.2, and TRL needs 3.11 or newer.');
  });

  test('says where a token comes from and never shows it', async () => {
    const argv = ['doctor', '--python', fakePython('3.11.7', complete), '--format', 'json'];
    const { out, notes } = await cli(folder, argv, { env: withToken });
    expect(v.parse(doctorReport, JSON.parse(out)).hub).toEqual({
      endpoint: 'https://huggingface.co',
      tokenSource: 'HF_TOKEN',
    });
    expect(out + notes).not.toContain(withToken.HF_TOKEN);
  });

  test('speaks Korean when asked', async () => {
    const python = fakePython('3.12.1', { torch: '2.13.0' });
    const { out } = await cli(folder, ['doctor', '--python', python, '--lang', 'ko']);
    expect(out).toContain('이 Python에 없습니다.');
  });

  test('refuses an interpreter that is not there with exit 2 and its path', async () => {
    const { code, notes } = await cli(folder, ['doctor', '--python', '/nowhere/python3']);
    expect(code).toBe(2);
    expect(notes).toContain('/nowhere/python3');
  });
});
