import { loadFolder } from '../dataset/folder/load-folder.ts';

/**
 * Which files of a folder make which split, as `load_dataset(folder)` decides without a dataset card. Where it stops because splits are of
 * several formats, all files of data.
 * @param files paths relative to the folder, with `/`
 */
export function splitFiles(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const loaded = loadFolder(files);
  return loaded.kind === 'nothing' ? new Map() : loaded.splits;
}
