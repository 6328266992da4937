import path from 'node:path';
import process from 'node:process';
import { runCli, type CliProcess } from '../../src/cli/run-cli.ts';
import type { ExitCode } from '../../src/cli/command.ts';

export interface CliResult {
  readonly code: ExitCode;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly notes: string;
}

/** Runs a command line inside this process, in a folder, without a terminal unless the changes say otherwise. */
export async function cli(
  folder: string,
  argv: readonly string[],
  changes: Partial<CliProcess> = {},
): Promise<CliResult> {
  let out = '';
  let notes = '';
  const code = await runCli({
    argv,
    env: { ...process.env, LANG: 'C', TUNING_FORK_PYTHON: '' },
    cwd: folder,
    stdin: noInput(),
    out: async (text) => {
      out += text;
    },
    terminal: { out: false, err: false, in: false },
    signal: new AbortController().signal,
    version: '0.0.0',
    places: { worker: '', segmentWorker: '', python: path.resolve('python'), media: '' },
    ...changes,
    note: (text) => {
      notes += text;
      changes.note?.(text);
    },
  });
  return { code, out, notes };
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
