import fs from 'node:fs';
import path from 'node:path';
import { readTokenizer, type Tokenizer } from '../../core/tokens/tokenizer.ts';

interface Cached {
  readonly modified: number;
  readonly tokenizer: Tokenizer;
}

const cache = new Map<string, Cached>();

/**
 * The tokenizer of a model folder, kept until its file changes; null if the folder has none. Reads synchronously: it is meant for a
 * worker, where nothing else waits.
 * @throws {HumanError} `tokens.unreadable` if its files are broken
 */
export function tokenizerOf(folder: string): Tokenizer | null {
  const file = path.join(folder, 'tokenizer.json');
  const modified = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined) return null;
  const known = cache.get(folder);
  if (known?.modified === modified) return known.tokenizer;
  const config = path.join(folder, 'tokenizer_config.json');
  const configJson = fs.existsSync(config) ? fs.readFileSync(config, 'utf8') : '{}';
  const tokenizer = readTokenizer(fs.readFileSync(file, 'utf8'), configJson);
  cache.set(folder, { modified, tokenizer });
  return tokenizer;
}
