import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
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
 * The chat templates of a model folder, a `.jinja` file or a `tokenizer_config.json`, as transformers 5.23 finds them
 * (tokenization_utils_base.py:1662): `chat_template.jinja` goes before the configuration's, `additional_chat_templates/` adds to it.
 * Throws a HumanError if there is nothing, or nothing that can be read.
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
 * Which of several is used: the one that is named, else `tool_use` for a row with tools, else `default`; one alone is always used.
 * Throws a HumanError with the names if there is none such.
 */
export function chooseTemplate(
  templates: readonly ChatTemplate[],
  wish: { readonly name?: string; readonly tools: boolean },
): ChatTemplate {
  const [only] = templates;
  if (only !== undefined && templates.length === 1 && wish.name === undefined) return only;
  const find = (name: string): ChatTemplate | undefined => templates.find((each) => each.name === name);
  const found =
    wish.name === undefined
      ? ((wish.tools ? find('tool_use') : undefined) ?? find('default'))
      : find(wish.name);
  if (found !== undefined) return found;
  throw new HumanError('template.unknown-name', {
    path: only?.path ?? '',
    name: wish.name ?? 'default',
    names: templates.map((each) => each.name).join(', '),
  });
}

async function ofFile(path: string): Promise<ChatTemplate[]> {
  if (extname(path) === '.json') return ofConfiguration(path);
  const text = await readTextFile(path);
  return text === null ? [] : [make('default', text, path)];
}

async function ofFolder(folder: string): Promise<ChatTemplate[]> {
  const main = await ofFile(join(folder, 'chat_template.jinja'));
  const first = main.length > 0 ? main : await ofConfiguration(join(folder, 'tokenizer_config.json'));
  return [...first, ...(await additional(join(folder, 'additional_chat_templates')))];
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

async function ofConfiguration(path: string): Promise<ChatTemplate[]> {
  const template = (await readJsonObject(path))?.['chat_template'];
  if (typeof template === 'string') return [make('default', template, path)];
  if (!Array.isArray(template)) return [];
  return template.flatMap((each: unknown) => {
    if (!isObject(each)) return [];
    const { name, template: text } = each;
    return typeof name === 'string' && typeof text === 'string' ? [make(name, text, path)] : [];
  });
}

function make(name: string, text: string, path: string): ChatTemplate {
  return { name, text, path, sha256: templateSha256(text) };
}

/** SHA-256 of a template's UTF-8 bytes, in hex. */
export function templateSha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
