import fs from 'node:fs';
import path from 'node:path';

/** A program that is called as Python and only leaves a mark, which shows that somebody started it. */
export interface TripwirePython {
  /** Holds `python` and `python3`; to be put in front of PATH. */
  readonly folder: string;
  readonly program: string;
  /** A line a start; absent until the first. */
  readonly mark: string;
}

/** Where a tripwire lies in a folder; a path alone, nothing is written. */
export function tripwirePlaces(folder: string): TripwirePython {
  return { folder, program: path.join(folder, 'python3'), mark: path.join(folder, 'started') };
}

/** Lays the tripwire, and takes away the mark of an earlier one. */
export function layTripwire({ folder, program, mark }: TripwirePython): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.rmSync(mark, { force: true });
  const script = `#!/bin/sh\necho "$0 $*" >> '${mark}'\nexit 1\n`;
  for (const file of [program, path.join(folder, 'python')]) fs.writeFileSync(file, script, { mode: 0o755 });
}

/** How it was started, each time. */
export function tripped({ mark }: TripwirePython): string[] {
  return fs.existsSync(mark) ? fs.readFileSync(mark, 'utf8').trim().split('\n') : [];
}
