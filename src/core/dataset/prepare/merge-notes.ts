import type { Message } from '../../text/message.ts';
import type { DatasetFormat } from '../findings/finding.ts';
import { sourceNotes, type ReadSource } from './source-notes.ts';

/** Files whose rows became those of one. */
export interface MergedSources {
  readonly sources: readonly ReadSource[];
  /** Of the files, each once. */
  readonly formats: readonly DatasetFormat[];
}

/** What is to be said of several files that became one. */
export function mergeNotes({ sources, formats }: MergedSources): Message[] {
  const notes = sourceNotes({
    blankLines: sources.reduce((sum, { blankLines }) => sum + blankLines, 0),
    hasReplacedBytes: sources.some(({ hasReplacedBytes }) => hasReplacedBytes),
    hasBytes: sources.some(({ hasBytes }) => hasBytes),
  });
  if (formats.length < 2) return notes;
  return [{ id: 'prepare.merge.mixed-formats', args: { formats: formats.join(', ') } }, ...notes];
}
