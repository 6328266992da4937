import { formatMessage } from '../text/format-message.ts';
import type { Language } from '../text/message.ts';
import { printPythonJson } from './print-python-json.ts';
import { parsePythonJson } from './python-json.ts';
import { pythonSource, pythonText } from './python-source.ts';
import type { RenderRequest } from './render-request.ts';
import { SPECIAL_TOKEN_NAMES } from './special-tokens.ts';
import { PyDict } from './values/dict.ts';
import type { Value } from './values/value.ts';

export interface PythonSnippetOptions {
  /** What is rendered; its clock is left to Python. */
  readonly request: RenderRequest;
  /** Model folder or Hub id that the tokenizer is loaded from; null: an empty tokenizer with the special tokens stands in. */
  readonly model: string | null;
  /** Where the template comes from: the model itself, a file, or the request's text. Without a model, `model` is as `text`. */
  readonly template: { readonly kind: 'model' | 'text' } | { readonly kind: 'file'; readonly path: string };
  /** Language of the comments. */
  readonly language: Language;
}

/** Python's parser allows 200 brackets inside one another; data deeper than this are read from JSON instead. */
const MOST_NESTED = 60;

/** Arguments of the call that stand in the snippet anyway: a variable of that name must not become a second one. */
const TAKEN = new Set([
  'self',
  'conversation',
  'tools',
  'documents',
  'chat_template',
  'add_generation_prompt',
  'continue_final_message',
  'tokenize',
]);

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in ' +
    'is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/**
 * Python source whose `text` is what our engine makes of a request: a tokenizer, the data, and one call of `apply_chat_template`.
 * @throws {JsonFault} if the request's data are no JSON
 */
export function pythonSnippet(options: PythonSnippetOptions): string {
  const value = parsePythonJson(options.request.data);
  const data = value instanceof PyDict ? value : new PyDict();
  const variables: Variable[] = [variable('messages', data.getText('messages') ?? null)];
  for (const name of ['tools', 'documents']) {
    const given = data.getText(name) ?? null;
    if (given !== null) variables.push(variable(name, given));
  }
  const call = callSource(options, variables, data.getText('kwargs') ?? null);
  const parts = [
    importsOf(options, variables, call),
    tokenizerSource(options),
    templateSource(options),
    ...variables.map(({ name, source }) => `${name} = ${source}`),
    `${call}\nprint(text)\n`,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

interface Variable {
  readonly name: string;
  readonly source: string;
}

function variable(name: string, value: Value): Variable {
  return { name, source: valueSource(value, name.length + ' = '.length) };
}

function valueSource(value: Value, column: number): string {
  if (depthOf(value) <= MOST_NESTED) return pythonSource(value, column);
  return `json.loads(${pythonText(printPythonJson(value, true))})`;
}

function depthOf(value: Value): number {
  if (Array.isArray(value)) return 1 + deepest(value);
  return value instanceof PyDict ? 1 + deepest(value.values()) : 0;
}

/** One by one: `Math.max(...)` has no room for a list of many. */
function deepest(values: readonly Value[]): number {
  return values.reduce<number>((most, value) => Math.max(most, depthOf(value)), 0);
}

function importsOf(
  { model, template }: PythonSnippetOptions,
  variables: readonly Variable[],
  call: string,
): string {
  const usesJson = [call, ...variables.map(({ source }) => source)].some((source) =>
    source.includes('json.loads('),
  );
  const standard = [
    usesJson ? 'import json' : null,
    template.kind === 'file' ? 'from pathlib import Path' : null,
  ];
  const standardLines = standard.filter((line) => line !== null).join('\n');
  const others =
    model === null
      ? 'from tokenizers import Tokenizer, models\nfrom transformers import PreTrainedTokenizerFast'
      : 'from transformers import AutoTokenizer';
  return standardLines === '' ? others : `${standardLines}\n\n${others}`;
}

function tokenizerSource({ model, request, language }: PythonSnippetOptions): string {
  if (model !== null) return `tokenizer = AutoTokenizer.from_pretrained(${pythonText(model)})`;
  const tokens = SPECIAL_TOKEN_NAMES.flatMap((name) => {
    const token = request.specialTokens?.[name];
    return token === undefined ? [] : [`    ${name}=${pythonText(token)},\n`];
  });
  const comment = formatMessage({ id: 'snippet.stand-in' }, language);
  const empty = 'Tokenizer(models.WordLevel({"x": 0}, unk_token="x"))';
  return `# ${comment}\ntokenizer = PreTrainedTokenizerFast(\n    tokenizer_object=${empty},\n${tokens.join('')})`;
}

/** Whether the template is the tokenizer's own and need not be given. */
function isOwnTemplate({ model, template }: PythonSnippetOptions): boolean {
  return template.kind === 'model' && model !== null;
}

function templateSource(options: PythonSnippetOptions): string | null {
  const { template, request, language } = options;
  const clock = `# ${formatMessage({ id: 'snippet.clock' }, language)}`;
  const comment = request.template.includes('strftime_now') ? clock : null;
  if (isOwnTemplate(options)) return comment;
  const source =
    template.kind === 'file'
      ? `Path(${pythonText(template.path)}).read_text(encoding="utf-8")`
      : linesSource(request.template);
  return `${comment === null ? '' : `${comment}\n`}chat_template = ${source}`;
}

/** A text with a line of Python for each of its lines. */
function linesSource(text: string): string {
  const lines = text.split(/(?<=\n)/);
  if (lines.length < 2) return pythonText(text);
  return `(\n${lines.map((line) => `    ${pythonText(line)}\n`).join('')})`;
}

function callSource(options: PythonSnippetOptions, variables: readonly Variable[], kwargs: Value): string {
  const { addGenerationPrompt = false, continueFinalMessage: continued = false } = options.request;
  const lines = variables.map(({ name }) => (name === 'messages' ? name : `${name}=${name}`));
  if (!isOwnTemplate(options)) lines.push('chat_template=chat_template');
  lines.push(`add_generation_prompt=${addGenerationPrompt ? 'True' : 'False'}`);
  if (continued !== false && continued !== '') {
    lines.push(`continue_final_message=${continued === true ? 'True' : pythonText(continued)}`);
  }
  lines.push('tokenize=False', ...keywordSources(kwargs));
  return `text = tokenizer.apply_chat_template(\n${lines.map((line) => `    ${line},\n`).join('')})`;
}

function keywordSources(kwargs: Value): string[] {
  if (!(kwargs instanceof PyDict)) return [];
  const others = new PyDict();
  const plain: string[] = [];
  for (const [key, value] of kwargs.entries()) {
    const name = typeof key === 'string' ? key : '';
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || KEYWORDS.has(name) || TAKEN.has(name))
      others.set(key, value);
    else plain.push(`${name}=${valueSource(value, name.length + 5)}`.replaceAll('\n', '\n    '));
  }
  return others.size() === 0 ? plain : [...plain, `**${valueSource(others, 6)}`.replaceAll('\n', '\n    ')];
}
