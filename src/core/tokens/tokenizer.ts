import { Tokenizer as HubTokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { HumanError } from '../text/human-error.ts';
import { byteOffsets, type TokenOffsets } from './byte-offsets.ts';

/** A model's tokenizer, as far as counting needs it. */
export interface Tokenizer {
  /** Number of tokens of rendered text; no special tokens are added, as for chat templates (transformers 5.23 tokenization_utils_base.py:3199). */
  count(text: string): number;
  /** The tokens of rendered text. */
  encode(text: string): EncodedText;
  /** The tokens of text that no template made: those that the tokenizer itself adds stand around it. */
  encodePlain(text: string): readonly number[];
}

export interface EncodedText {
  readonly ids: readonly number[];
  /** Where they stand in the text. @throws {HumanError} `tokens.no-offsets` if this kind of tokenizer does not tell */
  offsets(): TokenOffsets;
}

/** What is looked at of tokenizer.json: whether the library treats it exactly as the Rust one does. */
const kind = v.looseObject({
  model: v.looseObject({ type: v.optional(v.string()), merges: v.optional(v.unknown()) }),
  pre_tokenizer: v.optional(v.unknown()),
  post_processor: v.optional(v.unknown()),
  added_tokens: v.optional(v.array(v.looseObject({ content: v.string() }))),
});

/** What is looked at of tokenizer_config.json: transformers may add tokens of which tokenizer.json says nothing. */
const configuration = v.looseObject({
  add_bos_token: v.optional(v.unknown()),
  add_eos_token: v.optional(v.unknown()),
});

/**
 * Makes a tokenizer from the texts of tokenizer.json and tokenizer_config.json.
 * @throws {HumanError} `tokens.unreadable` if they are no JSON or of a kind that the library does not know; `tokens.not-exact` for
 * a kind whose counts were not compared with the Rust library's: nothing is guessed
 */
export function readTokenizer(tokenizerJson: string, configJson: string): Tokenizer {
  const { tokenizer, definition, config } = parse(tokenizerJson, configJson);
  const added = new Set(definition.added_tokens?.map(({ content }) => content));
  const trims = /"type":"ByteLevel"[^}]*"trim_offsets":true/.test(
    JSON.stringify(definition.post_processor ?? null),
  );
  const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false });
  return {
    count: (text) => encode(text).ids.length,
    encode: (text) => {
      const { ids, tokens } = encode(text);
      return { ids, offsets: () => offsetsOf(text, tokens, added, trims) };
    },
    encodePlain: (text) => {
      if (config.add_bos_token === true || config.add_eos_token === true)
        throw new HumanError('tokens.not-exact', { what: 'add_bos_token, add_eos_token' });
      return tokenizer.encode(text).ids;
    },
  };
}

function offsetsOf(
  text: string,
  tokens: readonly string[],
  added: ReadonlySet<string>,
  trims: boolean,
): TokenOffsets {
  const offsets = byteOffsets(text, tokens, added, trims);
  if (offsets === null) throw new HumanError('tokens.no-offsets');
  return offsets;
}

function parse(tokenizerJson: string, configJson: string) {
  try {
    const definition = v.parse(kind, JSON.parse(tokenizerJson));
    requireExact(definition);
    const config = v.parse(configuration, JSON.parse(configJson));
    return { tokenizer: new HubTokenizer(definition, config), definition, config };
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
