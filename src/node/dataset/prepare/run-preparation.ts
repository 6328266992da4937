import { columnMapping, type ColumnMapping } from '../../../core/dataset/prepare/convert/map-columns.ts';
import type {
  ColumnSettings,
  Preparation,
  PreparationOf,
  Prepared,
} from '../../../core/dataset/prepare/preparation.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { unreachable } from '../../../core/text/unreachable.ts';
import { convertFile } from './convert-file.ts';
import { fileRefusal } from './file-refusal.ts';
import { mergeFiles } from './merge-files.ts';
import { outputsOf, type Preparing, type Readings } from './preparing.ts';
import { dedupe, exclude, split } from './preview-or-write.ts';
import { sampleFile } from './sample-file.ts';
import { shuffleFile } from './shuffle-file.ts';
import type { Reading } from './source-file.ts';
import { written } from './written.ts';

/** Makes the new files, or says what they would be. What the user's files or disk refuse is an outcome; anything thrown is a bug. */
export async function runPreparation(asked: Preparation, preparing: Preparing): Promise<Prepared> {
  const reading: Readings = (phase) => ({
    signal: preparing.signal,
    onProgress: (done, total) => preparing.onProgress({ phase, done, total }),
  });
  try {
    return await run(asked, reading);
  } catch (error) {
    if (preparing.signal.aborted) return { kind: 'stopped' };
    const inputs = asked.kind === 'merge' ? asked.inputs : [asked.input];
    const refusal =
      error instanceof HumanError
        ? error
        : fileRefusal(error, outputsOf(asked)[0] ?? inputs[0] ?? '', inputs);
    if (refusal === null) throw error;
    return { kind: 'refused', message: refusal.detail };
  }
}

function run(asked: Preparation, reading: Readings): Promise<Prepared> {
  switch (asked.kind) {
    case 'convert':
      return convert(asked, reading('read'));
    case 'dedupe':
      return dedupe(asked, reading);
    case 'split':
      return split(asked, reading);
    case 'sample':
      return sample(asked, reading);
    case 'shuffle':
      return shuffle(asked, reading);
    case 'merge':
      return merge(asked, reading('read'));
    case 'exclude':
      return exclude(asked, reading);
    default:
      return unreachable(asked);
  }
}

/** As `--map` reads them; null if there are none. @throws {HumanError} if they contradict each other */
export function mappingOf(settings: ColumnSettings): ColumnMapping | null {
  if (settings.length === 0) return null;
  const mapping = columnMapping(settings);
  if (mapping === null) throw new HumanError('prepare.columns.contradict');
  return mapping;
}

async function convert(asked: PreparationOf<'convert'>, reading: Reading): Promise<Prepared> {
  const converted = await convertFile({ ...asked, mapping: mappingOf(asked.map), reading });
  return written({ kind: 'convert', ...converted, output: asked.output }, [asked.output]);
}

async function sample(asked: PreparationOf<'sample'>, reading: Readings): Promise<Prepared> {
  const copied = await sampleFile({ ...asked, reading });
  return written({ kind: 'sample', ...copied, output: asked.output }, [asked.output]);
}

async function shuffle(asked: PreparationOf<'shuffle'>, reading: Readings): Promise<Prepared> {
  const copied = await shuffleFile({ ...asked, reading });
  return written({ kind: 'shuffle', ...copied, output: asked.output }, [asked.output]);
}

async function merge(asked: PreparationOf<'merge'>, reading: Reading): Promise<Prepared> {
  const merged = await mergeFiles({ ...asked, reading });
  return written({ kind: 'merge', ...merged, output: asked.output }, [asked.output]);
}
