import { Tokenizer as HubTokenizer } from '@huggingface/tokenizers';
import { HumanError } from '../text/human-error.ts';

/** A model's tokenizer, as far as counting needs it. */
export interface Tokenizer {
  /** Number of tokens of rendered text; no special tokens are added, as for chat templates (transformers 5.23 tokenization_utils_base.py:3199). */
  count(text: string): number;
}

/**
 * Makes a tokenizer from the texts of tokenizer.json and tokenizer_config.json.
 * @throws {HumanError} `tokens.unreadable` if they are no JSON or of a kind that the library does not know
 */
export function readTokenizer(tokenizerJson: string, configJson: string): Tokenizer {
  try {
    const tokenizer = new HubTokenizer(parseObject(tokenizerJson), parseObject(configJson));
    return { count: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length };
  } catch (error) {
    throw new HumanError(
      'tokens.unreadable',
      { cause: error instanceof Error ? error.message : '' },
      { cause: error },
    );
  }
}

function parseObject(json: string): object {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new TypeError('no JSON object');
  return value;
}
