import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
import { isGguf, readGguf } from './read-gguf.ts';
import { isObject, readJsonObject, readTextFile } from './read-text-file.ts';

export interface ChatTemplate {
  /** `default`, `tool_use` or another name of the model's. */
  readonly name: string;
  readonly text: string;
  /** The file that it stands in. */
  readonly path: string;
  /** SHA-256 of its UTF-8 bytes, in hex. */
  readonly sha256: string;
}

/**
 * The chat templates of a model folder, a `.jinja` file, a `tokenizer_config.json` or a GGUF file; of a folder those that
 * transformers 5.23 gives its tokenizer (see `ofFolder`). Throws a HumanError if there is nothing, or nothing that can be read.
 */
export async function readChatTemplates(path: string): Promise<ChatTemplate[]> {
  const kind = await stat(path).catch((cause: unknown) => {
    throw new HumanError('template.not-found', { path }, { cause });
  });
  const templates = kind.isDirectory() ? await ofFolder(path) : await ofFile(path);
  if (templates.length === 0) throw new HumanError('template.missing', { path });
  return templates;
}

/**
 * Which of several is used: the one that is named, else `tool_use` for a row with tools, else `default`
 * (transformers 5.23 tokenization_utils_base.py:3319). Throws a HumanError with the names if there is none such.
 */
export function chooseTemplate(
  templates: readonly ChatTemplate[],
  wish: { readonly name?: string; readonly tools: boolean },
): ChatTemplate {
  const find = (name: string): ChatTemplate | undefined => templates.find((each) => each.name === name);
  const found =
    wish.name === undefined
      ? ((wish.tools ? find('tool_use') : undefined) ?? find('default'))
      : find(wish.name);
  if (found !== undefined) return found;
  throw new HumanError('template.unknown-name', {
    path: templates[0]?.path ?? '',
    name: wish.name ?? 'default',
    names: templates.map((each) => each.name).join(', '),
  });
}

async function ofFile(path: string): Promise<ChatTemplate[]> {
  if (extname(path) === '.json') return ofConfiguration(path);
  if (isGguf(path)) {
    const { templates } = await readGguf(path);
    return templates.map(({ name, text }) => make(name, text, path));
  }
  const text = await readTextFile(path);
  return text === null ? [] : [make('default', text, path)];
}

/**
 * Template files, where there are any, hide what `tokenizer_config.json` holds, also under other names; of two `default`s the one of
 * `additional_chat_templates` counts (transformers 5.23 tokenization_utils_base.py:1813). `chat_template.json` belongs to a processor, which
 * takes it before all others (processing_utils.py:1467), but no tokenizer reads it: here it stands in where there is nothing else.
 */
async function ofFolder(folder: string): Promise<ChatTemplate[]> {
  const files = await ofFile(join(folder, 'chat_template.jinja'));
  const more = await additional(join(folder, 'additional_chat_templates'));
  const known = new Map([...files, ...more].map((each) => [each.name, each]));
  if (known.size > 0) return [...known.values()];
  const own = await ofConfiguration(join(folder, 'tokenizer_config.json'));
  return own.length > 0 ? own : ofConfiguration(join(folder, 'chat_template.json'));
}

async function additional(folder: string): Promise<ChatTemplate[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.jinja')).sort();
  const templates = await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const text = await readTextFile(path);
      return text === null ? [] : [make(basename(file, '.jinja'), text, path)];
    }),
  );
  return templates.flat();
}

/** `chat_template` is a text, a list of `name` and `template`, or an object from name to text. */
async function ofConfiguration(path: string): Promise<ChatTemplate[]> {
  const configuration = await readJsonObject(path);
  return namedTemplates(configuration?.['chat_template']).map(([name, text]) => make(name, text, path));
}

function make(name: string, text: string, path: string): ChatTemplate {
  return { name, text, path, sha256: templateSha256(text) };
}

/** SHA-256 of a template's UTF-8 bytes, in hex. */
export function templateSha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What `chat_template` of a configuration holds, by name; of two with one name the later, as in a dict. */
export function namedTemplates(template: unknown): [name: string, text: string][] {
  if (typeof template === 'string') return [['default', template]];
  if (isObject(template)) return Object.entries(template).flatMap(([name, text]) => pair(name, text));
  if (!Array.isArray(template)) return [];
  const pairs = template.flatMap((each: unknown) =>
    isObject(each) ? pair(each['name'], each['template']) : [],
  );
  return [...new Map(pairs)];
}

function pair(name: unknown, text: unknown): [string, string][] {
  return typeof name === 'string' && typeof text === 'string' ? [[name, text]] : [];
}
