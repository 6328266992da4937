import path from 'node:path';
import { noteName } from '../../../core/dataset/prepare/new-file-name.ts';

/** The note beside a prepared file. */
export function provenancePath(file: string): string {
  return path.join(path.dirname(file), noteName(path.basename(file)));
}
