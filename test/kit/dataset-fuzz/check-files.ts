// Checks files that its parent names, one after another. A process of its own, because it may crash, hang or grow, which is what is
// looked for.
import process from 'node:process';
import { checkFile, type CheckedFile, type FileToCheck } from './check-file.ts';

/** An answer of this process. */
export interface FileAnswer extends CheckedFile {
  /** The most memory that the process has had, in bytes. */
  readonly peakBytes: number;
}

async function answer(ask: FileToCheck): Promise<FileAnswer> {
  const checked = await checkFile(ask).catch((error: unknown) => ({
    problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    report: null,
  }));
  return { ...checked, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

process.on('message', (ask: FileToCheck) => {
  void answer(ask).then((answered) => process.send?.(answered));
});
