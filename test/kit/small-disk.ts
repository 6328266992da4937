import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** A file system of its own size in memory, at a folder. */
export interface SmallDisk {
  readonly folder: string;
  unmount(): void;
}

/** Mounts one. Null, with a message, where this computer does not let us: that needs Linux and root. */
export function mountSmallDisk(kilobytes: number): SmallDisk | null {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tuning-fork-disk-')));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch {
    fs.rmdirSync(folder);
    process.stderr.write('skipped: what happens on a full disk (a small disk cannot be mounted here)\n');
    return null;
  }
  return {
    folder,
    unmount() {
      execFileSync('/bin/umount', ['-l', folder], { stdio: 'pipe' });
      fs.rmdirSync(folder);
    },
  };
}
