import { compareMessages } from '../compare/messages.ts';
import { comparePanelWords } from '../compare/panel-words.ts';
import { datasetMessages } from '../dataset/messages.ts';
import { reportMessages } from '../dataset/report/messages.ts';
import { prepareMessages } from '../dataset/prepare/messages.ts';
import { textMessages } from '../dataset/text-messages.ts';
import { datasetViewWords } from '../dataset/view-words.ts';
import { hubAccountMessages } from '../hub/account-messages.ts';
import { hubMessages } from '../hub/messages.ts';
import { uploadMessages } from '../hub/upload-messages.ts';
import { pythonMessages } from '../python/messages.ts';
import { jobPlanMessages } from '../recipe/job-plan-messages.ts';
import { recipeMessages } from '../recipe/messages.ts';
import { scriptMessages } from '../recipe/script-messages.ts';
import { jobMessages } from '../run/job-messages.ts';
import { runMessages } from '../run/messages.ts';
import { runScreenWords } from '../run/screen-words.ts';
import { runViewWords } from '../run/view-words.ts';
import { engineMessages } from '../template/engine-messages.ts';
import { fixtureMessages } from '../template/fixture-messages.ts';
import { templateLanguageMessages } from '../template/language/messages.ts';
import { inlinePreviewWords } from '../template/inline-preview-words.ts';
import { templateMessages } from '../template/messages.ts';
import { previewWords } from '../template/preview-words.ts';
import { snippetMessages } from '../template/snippet-messages.ts';
import { toolsMessages } from '../template/tools-messages.ts';
import { templateSourceWords } from '../template/sources/source-words.ts';
import { tokensMessages } from '../tokens/messages.ts';
import { glossary } from './glossary.ts';
import { hostMessages } from './host-messages.ts';
import type { MessageTable } from './message.ts';

/** The tables of all features, so that a test can find an id that two of them use. */
export const messageTables: readonly MessageTable[] = [
  glossary,
  hostMessages,
  compareMessages,
  comparePanelWords,
  datasetMessages,
  textMessages,
  prepareMessages,
  datasetViewWords,
  reportMessages,
  templateMessages,
  templateLanguageMessages,
  previewWords,
  templateSourceWords,
  fixtureMessages,
  engineMessages,
  inlinePreviewWords,
  snippetMessages,
  toolsMessages,
  recipeMessages,
  scriptMessages,
  jobPlanMessages,
  runMessages,
  jobMessages,
  runScreenWords,
  runViewWords,
  hubAccountMessages,
  hubMessages,
  uploadMessages,
  pythonMessages,
  tokensMessages,
];

/** Every sentence of the product, by id. */
export const catalogue: MessageTable = Object.assign({}, ...messageTables) as MessageTable;
