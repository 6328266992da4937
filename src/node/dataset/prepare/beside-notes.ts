import path from 'node:path';
import { loadFolder } from '../../../core/dataset/folder/load-folder.ts';
import type { Message } from '../../../core/text/message.ts';
import type { SplitOutputs } from './split-outputs.ts';

/** What is to be said of a file that lies, with all its rows, in the folder of the two that were made of it. */
export function besideNotes(input: string, outputs: SplitOutputs): Message[] {
  if (path.dirname(outputs.train) !== path.dirname(input)) return [];
  const file = path.basename(input);
  const loaded = loadFolder([input, outputs.train, outputs.eval].map((each) => path.basename(each)).sort());
  const splits = loaded.kind === 'loads' ? [...loaded.splits] : [];
  const [split] = splits.find(([, files]) => files.includes(file)) ?? [];
  if (split === undefined) return [{ id: 'prepare.split.beside', args: { file } }];
  const id = split === 'train' ? 'prepare.split.beside-train' : 'prepare.split.beside-eval';
  return [{ id, args: { file, split } }];
}
