import { HumanError } from '../../core/text/human-error.ts';
import { tokenizerOf } from '../tokens/read-tokenizer.ts';

/**
 * Tokens of a rendered text; null without a tokenizer folder. A tokenizer that cannot be read counts nothing: the text itself is
 * still worth showing.
 */
export function tokensOf(text: string, folder: string | null): number | null {
  if (folder === null) return null;
  try {
    return tokenizerOf(folder)?.count(text) ?? null;
  } catch (error) {
    if (error instanceof HumanError) return null;
    throw error;
  }
}
