import { Tokenizer as HubTokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { HumanError } from '../text/human-error.ts';

/** A model's tokenizer, as far as counting needs it. */
export interface Tokenizer {
  /** Number of tokens of rendered text; no special tokens are added, as for chat templates (transformers 5.23 tokenization_utils_base.py:3199). */
  count(text: string): number;
}

/** What is looked at of tokenizer.json: whether the library treats it exactly as the Rust one does. */
const kind = v.looseObject({
  model: v.looseObject({ type: v.optional(v.string()), merges: v.optional(v.unknown()) }),
  pre_tokenizer: v.optional(v.unknown()),
});

/**
 * Makes a tokenizer from the texts of tokenizer.json and tokenizer_config.json.
 * @throws {HumanError} `tokens.unreadable` if they are no JSON or of a kind that the library does not know; `tokens.not-exact` for
 * a kind whose counts were not compared with the Rust library's: nothing is guessed
 */
export function readTokenizer(tokenizerJson: string, configJson: string): Tokenizer {
  const tokenizer = parse(tokenizerJson, configJson);
  return { count: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length };
}

function parse(tokenizerJson: string, configJson: string): HubTokenizer {
  try {
    const definition = v.parse(kind, JSON.parse(tokenizerJson));
    requireExact(definition);
    return new HubTokenizer(definition, v.parse(v.looseObject({}), JSON.parse(configJson)));
  } catch (error) {
    if (error instanceof HumanError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new HumanError('tokens.unreadable', { cause }, { cause: error });
  }
}

/** Compared were byte-level and metaspace BPE; the library takes every behaviour of a Split for Isolated. */
function requireExact({ model, pre_tokenizer }: v.InferOutput<typeof kind>): void {
  const isBpe = model.type === 'BPE' || (model.type === undefined && model.merges !== undefined);
  const behaviour = /"behavior":"(MergedWithPrevious|MergedWithNext|Contiguous)"/.exec(
    JSON.stringify(pre_tokenizer ?? null),
  );
  const what = isBpe ? behaviour?.[1] : (model.type ?? 'unknown');
  if (what !== undefined) throw new HumanError('tokens.not-exact', { what });
}
