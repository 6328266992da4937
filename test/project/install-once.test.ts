import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installOnce } from '../../scripts/install-once.ts';

let root: string;
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-install-'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await fs.rm(root, { recursive: true });
});

const installation = (install: () => Promise<void>) => ({
  directory: path.join(root, 'part'),
  title: 'a part',
  install,
});

describe('installOnce', () => {
  test('installs once, whoever asks at the same time', async () => {
    const install = vi.fn(() => fs.writeFile(path.join(root, 'part/file'), 'content'));
    await Promise.all([installOnce(installation(install)), installOnce(installation(install))]);
    await installOnce(installation(install));
    expect(install).toHaveBeenCalledOnce();
  });

  test('begins anew after an installation that was cut off', async () => {
    const cut = installation(async () => {
      await fs.writeFile(path.join(root, 'part/half'), '');
      throw new Error('cut off');
    });
    await expect(installOnce(cut)).rejects.toThrow('cut off');
    await installOnce(installation(async () => {}));
    expect(await fs.readdir(path.join(root, 'part'))).toEqual(['.complete']);
  });

  test('names the step that failed and shows what it printed', async () => {
    const failing = installOnce({
      ...installation(async () => {}),
      install: (step) => step(process.execPath, ['-e', 'console.log("no space left"); process.exit(3)']),
    });
    await expect(failing).rejects.toThrow(/process\.exit\(3\) failed.*no space left/s);
  });
});
