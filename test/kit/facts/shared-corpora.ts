import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the shared corpora with their counted facts; null if it is not there. */
export function sharedCorpora(): string | null {
  const shared = process.env['TF_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../shared');
  const folder = path.join(shared, 'corpora');
  return existsSync(path.join(folder, 'FACTS.tsv')) ? folder : null;
}
