import { HubError } from './hub-error.ts';

/**
 * A path below a repository's root. The emulator writes it to disk when a job mounts the repository.
 * @throws HubError 400 for a path that leads elsewhere
 */
export function repositoryPath(path: string): string {
  const parts = path.split('/');
  const leadsElsewhere = parts.some(
    (part) => part === '' || part === '.' || part === '..' || part === '.git',
  );
  if (leadsElsewhere || path.includes('\0')) throw new HubError(400, `Invalid path: ${path}`);
  return path;
}
