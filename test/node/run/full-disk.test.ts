import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { formatError } from '../../../src/core/text/format-message.ts';
import { LocalLauncher } from '../../../src/node/run/local-launcher.ts';
import { cli } from '../../kit/cli-process.ts';
import { entriesOfRuns, fakeRequest, makeFolder } from '../../kit/fake-run.ts';
import { mountSmallDisk } from '../../kit/small-disk.ts';
import { makeTinyTraining, trainingPython } from '../../kit/tiny-training.ts';

describe('on a full disk', () => {
  it('a run is not started, in one sentence, and nothing of it is left', async (context) => {
    const folder = smallDisk(context, 64);
    fs.copyFileSync(path.join(makeFolder(), 'tiny.sft.yaml'), path.join(folder, 'tiny.sft.yaml'));
    // The real runner has no room; the fake one would.
    const launcher = new LocalLauncher({ python: path.resolve('python') });
    const error = await launcher.launch(fakeRequest(folder, 'complete')).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(formatError(error, 'en')).toMatch(
      /^The disk that holds .* is full, so nothing was started; make room/,
    );
    expect(entriesOfRuns(folder)).toEqual([]);
  });

  it.skipIf(trainingPython === undefined)(
    'a model that cannot be saved fails its run by that cause, with every step kept',
    { timeout: 180_000 },
    async (context) => {
      const python = trainingPython ?? '';
      const out = smallDisk(context, 16);
      const folder = makeTinyTraining(python, 3);
      const recipe = path.join(folder, 'tiny.sft.yaml');
      const text = fs.readFileSync(recipe, 'utf8');
      fs.writeFileSync(recipe, text.replace('output_dir: out', `output_dir: ${out}/out`));
      const env = { ...process.env, TUNING_FORK_PYTHON: python, LANG: 'C' };
      const { code, out: said } = await cli(folder, ['train', 'tiny.sft.yaml'], { env });
      expect({ code, said }).toEqual({
        code: 1,
        said: `The disk is full; make room where ${out}/out lies and start the run again.\n`,
      });
      expect(lossesIn(folder)).toHaveLength(3);
    },
  );
});

/** The folder of a disk that is unmounted after the test; skips the test where there cannot be one. */
function smallDisk(context: TestContext, kilobytes: number): string {
  const disk = mountSmallDisk(kilobytes);
  if (disk === null) return context.skip('a small disk cannot be mounted here');
  onTestFinished(() => disk.unmount());
  return disk.folder;
}

function lossesIn(folder: string): string[] {
  const [id = ''] = entriesOfRuns(folder);
  const events = fs.readFileSync(path.join(folder, '.tuning-fork/runs', id, 'events.jsonl'), 'utf8');
  return events.split('\n').filter((line) => line.includes('"type":"log"') && line.includes('"loss"'));
}
