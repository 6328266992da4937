import { join } from 'node:path';
import { SPECIAL_TOKEN_NAMES } from '../../core/template/special-tokens.ts';
import { isGguf, readGguf } from './read-gguf.ts';
import { isObject, readJsonObject } from './read-text-file.ts';

/**
 * The special tokens of a tokenizer folder by variable name, those that are set: `tokenizer_config.json` first, what it does not name
 * from `special_tokens_map.json`; or those of a GGUF file. Throws a HumanError if a file is there and broken.
 */
export async function readSpecialTokens(folder: string): Promise<Readonly<Record<string, string>>> {
  if (isGguf(folder)) return (await readGguf(folder)).specialTokens;
  const configuration = (await readJsonObject(join(folder, 'tokenizer_config.json'))) ?? {};
  const map = (await readJsonObject(join(folder, 'special_tokens_map.json'))) ?? {};
  const tokens: Record<string, string> = {};
  for (const name of SPECIAL_TOKEN_NAMES) {
    const text = tokenText(name in configuration ? configuration[name] : map[name]);
    if (text !== null) tokens[name] = text;
  }
  return tokens;
}

/** A token is its text or a saved AddedToken with `content`. */
function tokenText(token: unknown): string | null {
  if (typeof token === 'string') return token;
  return isObject(token) && typeof token['content'] === 'string' ? token['content'] : null;
}
