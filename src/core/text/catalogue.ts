import { compareMessages } from '../compare/messages.ts';
import { csvMessages } from '../dataset/csv-messages.ts';
import { folderMessages } from '../dataset/folder-messages.ts';
import { datasetMessages } from '../dataset/messages.ts';
import { textMessages } from '../dataset/text-messages.ts';
import { turnMessages } from '../dataset/turn-messages.ts';
import { datasetViewWords } from '../dataset/view-words.ts';
import { hubAccountMessages } from '../hub/account-messages.ts';
import { hubMessages } from '../hub/messages.ts';
import { pythonMessages } from '../python/messages.ts';
import { jobPlanMessages } from '../recipe/job-plan-messages.ts';
import { recipeMessages } from '../recipe/messages.ts';
import { jobMessages } from '../run/job-messages.ts';
import { runMessages } from '../run/messages.ts';
import { runViewWords } from '../run/view-words.ts';
import { engineMessages } from '../template/engine-messages.ts';
import { fixtureMessages } from '../template/fixture-messages.ts';
import { templateEditMessages } from '../template/language/messages.ts';
import { inlinePreviewWords } from '../template/inline-preview-words.ts';
import { templateMessages } from '../template/messages.ts';
import { snippetMessages } from '../template/snippet-messages.ts';
import { toolsMessages } from '../template/tools-messages.ts';
import { templateSourceWords } from '../template/sources/source-words.ts';
import { tokensMessages } from '../tokens/messages.ts';
import { glossary } from './glossary.ts';
import { hostMessages } from './host-messages.ts';
import type { MessageTable } from './message.ts';

/** The sentences that every surface may have to say, by feature: a test finds an id that two of them use. */
export const messageTables: readonly MessageTable[] = [
  glossary,
  hostMessages,
  compareMessages,
  datasetMessages,
  turnMessages,
  csvMessages,
  folderMessages,
  textMessages,
  datasetViewWords,
  templateMessages,
  templateEditMessages,
  templateSourceWords,
  fixtureMessages,
  engineMessages,
  inlinePreviewWords,
  snippetMessages,
  toolsMessages,
  recipeMessages,
  jobPlanMessages,
  runMessages,
  jobMessages,
  runViewWords,
  hubAccountMessages,
  hubMessages,
  pythonMessages,
  tokensMessages,
];

const catalogue: Record<string, MessageTable[string]> = Object.assign({}, ...messageTables);

/** Makes sentences known that one surface alone says: the others, and the start of the extension, do not carry them. */
export function addSentences(...tables: readonly MessageTable[]): void {
  Object.assign(catalogue, ...tables);
}

/** The sentence with this id, if it is known here. */
export function sentenceOf(id: string): MessageTable[string] | undefined {
  return catalogue[id];
}
