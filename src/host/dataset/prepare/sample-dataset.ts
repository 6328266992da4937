import { readSampleAmount } from '../../../core/dataset/prepare/read-amount.ts';
import { askSeed, askText } from './ask-text.ts';
import { chooseNewFile } from './choose-new-file.ts';
import type { PrepareSession } from './prepare-session.ts';

/** *Sample Rows…*: how many, and the seed that chooses them. */
export async function sampleDataset(session: PrepareSession): Promise<void> {
  const amount = await askText('prepare.ask.amount', '100', readSampleAmount);
  if (amount === undefined) return;
  const seed = await askSeed();
  if (seed === undefined) return;
  const { dataset, input, version } = session;
  const chosen = await chooseNewFile(dataset, 'sample');
  if (chosen !== undefined) await session.write({ kind: 'sample', version, ...chosen, input, amount, seed });
}

/** *Shuffle Rows…*: the seed that decides the order. */
export async function shuffleDataset(session: PrepareSession): Promise<void> {
  const seed = await askSeed();
  if (seed === undefined) return;
  const { dataset, input, version } = session;
  const chosen = await chooseNewFile(dataset, 'shuffled');
  if (chosen !== undefined) await session.write({ kind: 'shuffle', version, ...chosen, input, seed });
}
