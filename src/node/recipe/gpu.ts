import fs from 'node:fs/promises';

/** Whether torch will find a GPU here, without starting it: null where that cannot be told. */
export async function hasGpu(
  packages: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<boolean | null> {
  if (packages['torch']?.includes('+cpu')) return false;
  const visible = env['CUDA_VISIBLE_DEVICES'];
  if (visible !== undefined && (visible.trim() === '' || visible.trim().startsWith('-1'))) return false;
  if (process.platform === 'darwin') return process.arch === 'arm64';
  if (process.platform !== 'linux') return null;
  const devices = await fs.readdir('/dev').catch((): string[] => []);
  // WSL has dxg, NVIDIA's driver nvidia0 and so on, AMD's kfd, Intel's the render nodes of dri: the last say nothing certain.
  if (devices.some((name) => /^nvidia\d+$|^kfd$|^dxg$|^nvhost/.test(name))) return true;
  return devices.includes('dri') || devices.includes('accel') ? null : false;
}
