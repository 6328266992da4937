import fs from 'node:fs';
import path from 'node:path';
import type { JobSpec, Volume } from './job-spec.ts';
import type { Repository } from './repository.ts';
import type { RepositoryStore } from './repository-store.ts';

/** A volume that stands in a folder, there being no container to mount it in. */
export interface Mount {
  readonly mountPath: string;
  readonly folder: string;
}

/** The repository of a volume. @throws HubError where there is none, or not that revision */
export type FindVolume = (volume: Volume) => Repository;

/** Writes the files of each volume at its revision into a folder of its own, and takes the leave to write from it. */
export function writeMounts(
  store: RepositoryStore,
  spec: JobSpec,
  directory: string,
  find: FindVolume,
): Mount[] {
  return spec.volumes.map((volume, index) => {
    const folder = path.join(directory, `volume-${index}`);
    writeVolume(store, find(volume), volume, folder);
    makeReadOnly(folder);
    return { mountPath: volume.mountPath.replace(/\/+$/, ''), folder };
  });
}

function writeVolume(store: RepositoryStore, repository: Repository, volume: Volume, folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const prefix = volume.path === undefined ? '' : `${volume.path.replace(/^\/+|\/+$/g, '')}/`;
  for (const [name, file] of repository.commit(volume.revision ?? 'main').files) {
    if (!name.startsWith(prefix)) continue;
    const target = path.join(folder, name.slice(prefix.length));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(store.objects.path(file.sha256), target);
  }
}

/** Puts the folders where a text says the mount paths: whole paths alone, not parts of longer ones or of addresses. */
export function withMounts(text: string, mounts: readonly Mount[]): string {
  return mounts
    .toSorted((a, b) => b.mountPath.length - a.mountPath.length)
    .reduce((result, { mountPath, folder }) => {
      const whole = new RegExp(`(?<![\\w./-])${escaped(mountPath)}(?![\\w.-])`, 'g');
      return result.replace(whole, () => folder);
    }, text);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, String.raw`\$&`);
}

function makeReadOnly(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    fs.chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
  }
  fs.chmodSync(folder, 0o555);
}

/** Removes a folder with what is read-only in it. */
export function removeFolder(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) fs.chmodSync(path.join(entry.parentPath, entry.name), 0o755);
  }
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
