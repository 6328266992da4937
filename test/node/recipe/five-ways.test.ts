import process from 'node:process';
import { expect, it } from 'vitest';
import {
  byButton,
  byCommandLine,
  byExportedScript,
  byObservedScript,
  byTrl,
  checkpointLosses,
  prepareFiveWays,
  recordedLosses,
  type Losses,
  type Way,
} from '../../kit/five-ways.ts';
import { makeTinyTraining, trainingPython } from '../../kit/tiny-training.ts';

const ways: readonly { readonly name: string; readonly start: Way; readonly recorded: boolean }[] = [
  { name: 'button', start: byButton, recorded: true },
  { name: 'tuning-fork train', start: byCommandLine, recorded: true },
  { name: 'trl sft', start: byTrl, recorded: false },
  { name: 'exported script', start: byExportedScript, recorded: false },
  { name: 'observe(trainer)', start: byObservedScript, recorded: true },
];

if (trainingPython === undefined) {
  process.stderr.write('skipped: five ways to train (TUNING_FORK_TEST_PYTHON is not set)\n');
}

it.skipIf(trainingPython === undefined)(
  'trains with the same losses to the last digit, however it is started',
  { timeout: 600_000 },
  async () => {
    const python = trainingPython ?? '';
    const found = new Map<string, Losses>();
    for (const { name, start, recorded } of ways) {
      const folder = makeTinyTraining(python, 6);
      prepareFiveWays(folder);
      await start(folder, python);
      const losses = checkpointLosses(folder);
      if (recorded) expect(recordedLosses(folder), name).toEqual(losses);
      found.set(name, losses);
    }
    process.stdout.write(table(found));
    const plain = found.get('trl sft');
    expect([plain?.train.length, plain?.eval.length]).toEqual([6, 3]);
    expect(new Set(plain?.train).size).toBe(6);
    for (const [name, losses] of found) expect(losses, name).toEqual(plain);
  },
);

/** The last training loss and the last evaluation loss of each way, all digits. */
function table(found: ReadonlyMap<string, Losses>): string {
  const rows = [...found].map(([name, losses]) =>
    [name, losses.train.at(-1), losses.eval.at(-1)].map(String),
  );
  const lines = [['started by', 'loss', 'eval_loss'], ...rows].map((cells) =>
    cells
      .map((cell) => cell.padEnd(20))
      .join(' ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
