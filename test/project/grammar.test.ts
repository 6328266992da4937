import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cacheDirectory } from '../../scripts/cache-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** The packages that VS Code itself colours with, where a VS Code for tests is installed. */
const modules = globSync(
  path.join(
    cacheDirectory('vscode-host', '*'),
    'node_modules/code-server/lib/vscode/node_modules/vscode-textmate',
  ),
)[0];
const JSON_GRAMMAR =
  modules === undefined ? '' : path.join(modules, '../../extensions/json/syntaxes/JSON.tmLanguage.json');
if (modules === undefined)
  console.log('grammar: skipped, no VS Code is installed yet (npm run test:host installs it)');

const FILES: Readonly<Record<string, string>> = {
  'source.jinja-chat-template': path.join(root, 'syntaxes/chat-template.tmLanguage.json'),
  'source.jinja-chat-template.injection.json': path.join(
    root,
    'syntaxes/chat-template-in-json.tmLanguage.json',
  ),
  'source.json': JSON_GRAMMAR,
};

interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): {
    readonly tokens: readonly { startIndex: number; endIndex: number; scopes: string[] }[];
    readonly ruleStack: unknown;
  };
}
interface TextMate {
  readonly INITIAL: unknown;
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
  parseRawGrammar(text: string, file: string): unknown;
}

let textmate: TextMate;
const grammars = new Map<string, Grammar>();

async function load(): Promise<void> {
  const require = createRequire(path.join(modules ?? '', 'package.json'));
  textmate = require(modules ?? '') as TextMate;
  const onigurumaPath = path.join(modules ?? '', '../vscode-oniguruma');
  const oniguruma = require(onigurumaPath) as {
    loadWASM(wasm: Buffer): Promise<void>;
    createOnigScanner: unknown;
    createOnigString: unknown;
  };
  await oniguruma.loadWASM(readFileSync(path.join(onigurumaPath, 'release/onig.wasm')));
  const { createOnigScanner, createOnigString } = oniguruma;
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope: string) => {
      const file = FILES[scope];
      return Promise.resolve(
        file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file),
      );
    },
    getInjections: (scope: string) =>
      scope === 'source.json' ? ['source.jinja-chat-template.injection.json'] : [],
  });
  for (const scope of ['source.jinja-chat-template', 'source.json']) {
    const grammar = await registry.loadGrammar(scope);
    if (grammar !== null) grammars.set(scope, grammar);
  }
}

/** The last scope of each stretch that is not white space, as `text: scope`. */
function colours(scope: string, text: string): string[] {
  const grammar = grammars.get(scope);
  if (grammar === undefined) throw new Error(`no grammar ${scope}`);
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(
        ({ startIndex, endIndex, scopes }) =>
          [line.slice(startIndex, endIndex), scopes.at(-1) ?? ''] as const,
      )
      .filter(([piece]) => piece.trim() !== '')
      .map(([piece, last]) => `${piece.trim()}: ${last}`);
  });
}

describe.skipIf(modules === undefined)('the colours of chat templates', () => {
  beforeAll(load);

  it.each([
    [
      '{% for m in messages %}',
      [
        'for: keyword.control.jinja',
        'in: keyword.operator.logical.jinja',
        'messages: variable.language.jinja',
        '%}: punctuation.section.embedded.end.jinja',
      ],
    ],
    [
      '{%- generation -%}a{% endgeneration %}',
      [
        'generation: keyword.control.generation.jinja',
        'endgeneration: keyword.control.generation.jinja',
        'a: source.jinja-chat-template',
      ],
    ],
    [
      "{{ '<|im_start|>' + m['role'] | trim }}",
      [
        '<|im_start|>: constant.other.special-token.jinja',
        '+: keyword.operator.arithmetic.jinja',
        'trim: support.function.filter.jinja',
        'm: variable.other.jinja',
      ],
    ],
    [
      '{{ x is not defined }}',
      ['is: keyword.operator.logical.jinja', 'defined: support.function.test.jinja'],
    ],
    ['{# {{ no }} #}{{ yes }}', ['{{ no }}: comment.block.jinja', 'yes: variable.other.jinja']],
    ['{% raw %}{{ no }}{% endraw %}', ['{{ no }}: string.unquoted.raw.jinja']],
    [
      '{% macro turn(role) %}{{ raise_exception("x\\n") }}',
      [
        'turn: entity.name.function.jinja',
        'raise_exception: support.function.builtin.jinja',
        '\\n: constant.character.escape.jinja',
      ],
    ],
    [
      '<|im_start|>user\n{{ m\n.content }}',
      [
        '<|im_start|>: constant.other.special-token.jinja',
        'user: source.jinja-chat-template',
        'content: variable.other.property.jinja',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(colours('source.jinja-chat-template', text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    [
      '{"chat_template": "{% for m in messages %}\\n{{ m[\'role\'] }}"}',
      [
        '"chat_template": support.type.property-name.json',
        'for: keyword.control.jinja',
        '\\n: constant.character.escape.json',
        'role: string.quoted.single.jinja',
      ],
    ],
    [
      '{"chat_template": "{{ \\"a\\\\n\\" ~ x }}b", "other": "{{ no }}"}',
      [
        'a: string.quoted.double.jinja',
        '\\\\n: constant.character.escape.jinja',
        'x: variable.other.jinja',
        'b: string.quoted.double.json',
        '{{ no }}: string.quoted.double.json',
        ',: punctuation.separator.dictionary.pair.json',
      ],
    ],
    [
      '{"chat_template": [{"name": "default", "template": "{% generation %}"}]}',
      ['generation: keyword.control.generation.jinja', 'default: string.quoted.double.json'],
    ],
    [
      '{"chat_template": "{% if a", "model_max_length": 1}',
      ['if: keyword.control.jinja', '1: constant.numeric.json'],
    ],
    [
      '{"template": "no tags", "x": true}',
      ['no tags: string.quoted.double.json', 'true: constant.language.json'],
    ],
  ])('inside of JSON: %s', (text, expected) => {
    expect(colours('source.json', text)).toEqual(expect.arrayContaining(expected));
  });
});
