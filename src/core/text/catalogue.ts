import { datasetMessages } from '../dataset/messages.ts';
import { recipeMessages } from '../recipe/messages.ts';
import { runMessages } from '../run/messages.ts';
import { templateMessages } from '../template/messages.ts';
import { pythonMessages } from '../python/messages.ts';
import { glossary } from './glossary.ts';
import type { MessageTable } from './message.ts';

/** Every sentence of the product, by id. Ids are unique over all features (checked by a test). */
export const catalogue: MessageTable = {
  ...glossary,
  ...datasetMessages,
  ...templateMessages,
  ...recipeMessages,
  ...runMessages,
  ...pythonMessages,
};
