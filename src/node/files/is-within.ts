import path from 'node:path';

/** Whether something is a folder or lies in it, as their paths say: links are not followed. Both absolute. */
export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..';
}
