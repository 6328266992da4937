import { open, stat, type FileHandle } from 'node:fs/promises';
import { HumanError } from '../../core/text/human-error.ts';
import { errorCode } from '../run/launch-error.ts';
import { GgufCursor, GgufFault } from './gguf-cursor.ts';

/** What a GGUF file says about conversations. */
export interface GgufChat {
  /** `default` is `tokenizer.chat_template`, any other is `tokenizer.chat_template.NAME`. */
  readonly templates: readonly { readonly name: string; readonly text: string }[];
  /** By their names as variables of a template. */
  readonly specialTokens: Readonly<Record<string, string>>;
}

/** Bytes of the value types of GGUF by their number; a string (8) and an array (9) say their own length. */
const sizes: Readonly<Record<number, 1 | 2 | 4 | 8>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const STRING = 8;
const ARRAY = 9;
const integers = new Set([0, 1, 2, 3, 4, 5, 10, 11]);
const LONGEST_KEY = 65_535;
const LONGEST_TEMPLATE = 4 * 1024 * 1024;
const LONGEST_TOKEN = 64 * 1024;
const DEEPEST_ARRAY = 8;

const TEMPLATE = 'tokenizer.chat_template';
const TOKENS = 'tokenizer.ggml.tokens';
/** Keys of gguf-py's constants.py; "seperator" is spelt so there. */
const tokenIds: Readonly<Record<string, string>> = {
  'tokenizer.ggml.bos_token_id': 'bos_token',
  'tokenizer.ggml.eos_token_id': 'eos_token',
  'tokenizer.ggml.unknown_token_id': 'unk_token',
  'tokenizer.ggml.seperator_token_id': 'sep_token',
  'tokenizer.ggml.padding_token_id': 'pad_token',
  'tokenizer.ggml.cls_token_id': 'cls_token',
  'tokenizer.ggml.mask_token_id': 'mask_token',
};

/** Whether a path names a GGUF file. */
export function isGguf(path: string): boolean {
  return path.toLowerCase().endsWith('.gguf');
}

/**
 * Reads chat templates and special tokens from the metadata of a GGUF file of version 2 or 3 and either byte order: its header in
 * chunks, never its tensors. Throws a HumanError where it cannot be read, is none, or is cut off or broken.
 */
export async function readGguf(path: string): Promise<GgufChat> {
  const file = await openFile(path);
  try {
    return await readHeader(file, path);
  } catch (error) {
    if (!(error instanceof GgufFault)) throw error;
    const { kind, offset } = error;
    throw new HumanError(`template.gguf.${kind}`, { path, offset }, { cause: error });
  } finally {
    await file.close();
  }
}

/** A pipe would be waited for without end, so what it is is asked before. */
async function openFile(path: string): Promise<FileHandle> {
  try {
    if (!(await stat(path)).isFile()) throw new HumanError('template.gguf.other-file', { path });
    return await open(path);
  } catch (error) {
    if (error instanceof HumanError) throw error;
    const code = errorCode(error) ?? String(error);
    if (code === 'ENOENT') throw new HumanError('template.not-found', { path }, { cause: error });
    throw new HumanError('template.unreadable', { path, code }, { cause: error });
  }
}

async function readHeader(file: FileHandle, path: string): Promise<GgufChat> {
  const cursor = new GgufCursor(file, (await file.stat()).size);
  const magic = Buffer.alloc(4);
  const { bytesRead } = await file.read(magic, 0, 4, 0);
  if (bytesRead < 4 || magic.toString('latin1') !== 'GGUF')
    throw new HumanError('template.gguf.other-file', { path });
  cursor.jump(4);
  await readVersion(cursor, path);
  return readMetadata(cursor);
}

/** The version of a file in the other byte order has its digits in the upper half, as gguf-py tells it as well. */
async function readVersion(cursor: GgufCursor, path: string): Promise<void> {
  await cursor.fill(4);
  const version = cursor.u32();
  cursor.bigEndian = (version & 0xffff) === 0 && version !== 0;
  const known = cursor.bigEndian ? version >>> 24 : version;
  if (known !== 2 && known !== 3) throw new HumanError('template.gguf.version', { path, version: known });
}

async function readMetadata(cursor: GgufCursor): Promise<GgufChat> {
  await cursor.fill(16);
  cursor.u64();
  const pairs = cursor.u64();
  const templates: { name: string; text: string }[] = [];
  const ids = new Map<string, number>();
  let tokens: { offset: number; count: number } | null = null;
  for (let pair = 0; pair < pairs; pair++) {
    await cursor.fill(8);
    const key = await cursor.text(cursor.u64(), LONGEST_KEY);
    await cursor.fill(4);
    const type = cursor.u32();
    const name = templateName(key);
    const token = tokenIds[key];
    if (name !== null && type === STRING) {
      await cursor.fill(8);
      templates.push({ name, text: await cursor.text(cursor.u64(), LONGEST_TEMPLATE) });
    } else if (token !== undefined && integers.has(type)) {
      const size = sizes[type] ?? 4;
      await cursor.fill(size);
      ids.set(token, cursor.unsigned(size));
    } else if (key === TOKENS && type === ARRAY) {
      tokens = await skipArray(cursor, 1);
    } else {
      await skipValue(cursor, type, 0);
    }
  }
  return { templates, specialTokens: tokens === null ? {} : await tokenTexts(cursor, tokens, ids) };
}

/** `tokenizer.chat_templates`, the list of the names, is another key. */
function templateName(key: string): string | null {
  if (key === TEMPLATE) return 'default';
  return key.startsWith(`${TEMPLATE}.`) ? key.slice(TEMPLATE.length + 1) : null;
}

async function skipValue(cursor: GgufCursor, type: number, depth: number): Promise<void> {
  const size = sizes[type];
  if (size !== undefined) cursor.skip(size);
  else if (type === STRING) await skipString(cursor);
  else if (type === ARRAY && depth < DEEPEST_ARRAY) await skipArray(cursor, depth + 1);
  else throw new GgufFault('broken', cursor.offset);
}

async function skipString(cursor: GgufCursor): Promise<void> {
  if (!cursor.holds(8)) await cursor.fill(8);
  cursor.skip(cursor.u64());
}

/** Where the elements begin and how many they are. A count that the rest of the file cannot hold is refused before any is read. */
async function skipArray(cursor: GgufCursor, depth: number): Promise<{ offset: number; count: number }> {
  await cursor.fill(12);
  const type = cursor.u32();
  const count = cursor.u64();
  const { offset } = cursor;
  const size = sizes[type];
  if (size !== undefined) {
    cursor.skip(count * size);
    return { offset, count };
  }
  if (count * 8 > cursor.remaining) throw new GgufFault('cut', offset);
  for (let element = 0; element < count; element++) {
    if (type === STRING && cursor.holds(8)) cursor.skip(cursor.u64());
    else await skipValue(cursor, type, depth);
  }
  return { offset, count: type === STRING ? count : 0 };
}

async function tokenTexts(
  cursor: GgufCursor,
  { offset, count }: { readonly offset: number; readonly count: number },
  ids: ReadonlyMap<string, number>,
): Promise<Record<string, string>> {
  const wanted = new Map([...ids.values()].filter((id) => id < count).map((id) => [id, '']));
  const last = Math.max(-1, ...wanted.keys());
  cursor.jump(offset);
  for (let id = 0; id <= last; id++) {
    if (!cursor.holds(8)) await cursor.fill(8);
    const length = cursor.u64();
    if (wanted.has(id)) wanted.set(id, await cursor.text(length, LONGEST_TOKEN));
    else cursor.skip(length);
  }
  const texts: Record<string, string> = {};
  for (const [name, id] of ids) {
    const text = wanted.get(id);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}
