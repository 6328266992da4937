import { cliMessages } from '../../src/cli/messages.ts';
import { comparePanelWords } from '../../src/core/compare/panel-words.ts';
import { conversationsWords } from '../../src/core/conversations/messages.ts';
import { datasetActionWords } from '../../src/core/dataset/action-words.ts';
import { lintMessages } from '../../src/core/dataset/lint-messages.ts';
import { overlapViewWords } from '../../src/core/dataset/overlap/view-words.ts';
import { prepareMessages } from '../../src/core/dataset/prepare/messages.ts';
import { prepareWords } from '../../src/core/dataset/prepare/words.ts';
import { reportMessages } from '../../src/core/dataset/report/messages.ts';
import { reportPanelWords } from '../../src/core/dataset/report/panel-words.ts';
import { scriptMessages } from '../../src/core/recipe/script-messages.ts';
import { runScreenWords } from '../../src/core/run/screen-words.ts';
import { previewWords } from '../../src/core/template/preview-words.ts';
import { uploadMessages } from '../../src/core/hub/upload-messages.ts';
import { addSentences, messageTables } from '../../src/core/text/catalogue.ts';
import { templateRuleMessages } from '../../src/core/template/language/rule-messages.ts';
import { trainingMessages } from '../../src/core/tokens/training-messages.ts';
import type { MessageTable } from '../../src/core/text/message.ts';

/** What one surface alone says, which adds it by itself; a test of core says all of it. */
const ofOneSurface = [
  cliMessages,
  comparePanelWords,
  datasetActionWords,
  lintMessages,
  prepareMessages,
  prepareWords,
  conversationsWords,
  previewWords,
  reportMessages,
  reportPanelWords,
  runScreenWords,
  scriptMessages,
  overlapViewWords,
  templateRuleMessages,
  trainingMessages,
  uploadMessages,
];
addSentences(...ofOneSurface);

/** Every table of sentences. */
export const everyTable: readonly MessageTable[] = [...messageTables, ...ofOneSurface];

/** Every sentence of the product, by id. */
export const everySentence: MessageTable = Object.assign({}, ...everyTable) as MessageTable;
