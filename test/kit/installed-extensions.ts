import fs from 'node:fs/promises';
import path from 'node:path';
import { installVsix } from '../../scripts/code-server.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Puts the bridge and the packaged extension into a server's folder of extensions. The bridge comes first: VS Code sees
 * no folder that is put there after an install.
 */
export async function installPackagedExtension(extensions: string): Promise<void> {
  const bridge = path.join(extensions, 'tuning-fork-tests.bridge-0.0.1');
  await fs.cp(path.join(root, 'test/kit/bridge'), bridge, { recursive: true });
  await installVsix(path.join(root, 'dist/tuning-fork.vsix'), extensions);
}
