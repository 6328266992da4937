import { existsSync } from 'node:fs';
import path from 'node:path';

const shared = process.env['TF_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../shared');

/** A dataset of the shared corpora; null if it is not there. */
export function sharedDataset(name: string): string | null {
  const file = path.join(shared, 'corpora/datasets', name);
  return existsSync(file) ? file : null;
}
