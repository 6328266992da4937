import { allStatements } from '../compile/inner-statements.ts';
import type { Constant, Expression, Statement } from '../syntax/nodes.ts';
import { calledNames } from './called-names.ts';
import { everyExpression } from './every-expression.ts';
import { openingTag } from './opening-tag.ts';
import { readPieces } from './template-tag.ts';
import type { Range } from './variable.ts';

/**
 * A construct that `@huggingface/jinja` 0.5.11, which transformers.js renders with, refuses or renders otherwise than Python;
 * `refused-by-both`: llama.cpp refuses it too (common/jinja/parser.cpp, parse_jinja_statement and parse_for_statement).
 */
export interface OtherEngineUse extends Range {
  readonly effect: 'refused' | 'refused-by-both' | 'differs';
  /** As it is written in templates: `|round`, `is divisibleby(…)`. */
  readonly what: string;
}

const FILTERS = new Set(
  (
    'attr batch center count d e escape filesizeformat forceescape format groupby max min pprint random reject round select slice ' +
    'striptags sum truncate urlencode urlize wordcount wordwrap xmlattr'
  ).split(' '),
);
const METHODS = new Set(
  (
    'casefold center count encode expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier ' +
    'islower isnumeric isprintable isspace istitle isupper ljust partition removeprefix removesuffix rfind rindex rjust rpartition ' +
    'rsplit splitlines swapcase translate zfill'
  ).split(' '),
);
const STRIPS = new Set(['strip', 'lstrip', 'rstrip']);
const STATEMENTS = new Set<Statement['kind']>(['with', 'block', 'autoescape']);
const GLOBALS = new Set(['cycler', 'joiner', 'lipsum', 'dict']);
const LOOP = new Set(['cycle', 'depth', 'depth0', 'changed']);
const PLAIN_NUMBER = /^\d+(?:\.\d+)?$/;

/** Every such use in a template, in no special order. */
export function otherEngineUses(source: string, body: readonly Statement[]): OtherEngineUse[] {
  const uses: OtherEngineUse[] = [];
  for (const node of allStatements(body)) {
    const use = statementUse(node);
    if (use !== null) uses.push({ ...openingTag(source, node), ...use });
  }
  for (const place of rawTags(source)) uses.push({ ...place, effect: 'refused-by-both', what: '{% raw %}' });
  for (const { node, start, end } of calledNames(source, body)) {
    if (node.kind === 'filter' && FILTERS.has(node.name))
      uses.push({ start, end, effect: 'refused', what: `|${node.name}` });
    if (node.kind === 'test' && node.args.length > 0)
      uses.push({ start, end, effect: 'refused', what: `is ${node.name}(…)` });
  }
  for (const node of everyExpression(body)) {
    const use = expressionUse(source, node);
    if (use !== null) uses.push({ start: node.start, end: node.end, ...use });
  }
  return uses;
}

function statementUse(node: Statement): Use | null {
  if (STATEMENTS.has(node.kind)) return { effect: 'refused-by-both', what: `{% ${node.kind} %}` };
  if (node.kind === 'for' && node.recursive) return { effect: 'refused-by-both', what: 'recursive' };
  return node.kind === 'set block' && node.filter !== null ? refused('{% set … | … %}') : null;
}

const RAW = /\{#[\s\S]*?#\}|(\{%[-+]?\s*raw\s*[-+]?%\})/g;

/** Raw blocks leave no trace but their text: their tags stand between the pieces, as comments do. */
function* rawTags(source: string): Generator<Range> {
  let from = 0;
  for (const piece of [...readPieces(source), { start: source.length, end: source.length }]) {
    for (const match of source.slice(from, piece.start).matchAll(RAW)) {
      const start = from + match.index;
      if (match[1] === undefined) continue;
      yield { start, end: start + match[0].length };
    }
    from = piece.end;
  }
}

type Use = Pick<OtherEngineUse, 'effect' | 'what'>;

function refused(what: string): Use {
  return { effect: 'refused', what };
}

function expressionUse(source: string, node: Expression): Use | null {
  if (node.kind === 'compare') return node.operands.length > 1 ? refused('a < b < c') : null;
  if (node.kind === 'call') return callUse(node);
  if (node.kind === 'binary') {
    const isText = node.left.kind === 'constant' && typeof node.left.value === 'string';
    return isText && node.operator === '%' ? refused("'…' % …") : null;
  }
  if (node.kind === 'constant') {
    const text = source.slice(node.start, node.end);
    return isNumber(node.value) && !PLAIN_NUMBER.test(text) ? refused(text) : null;
  }
  if (node.kind !== 'attribute' || node.node.kind !== 'name' || node.node.name !== 'loop') return null;
  return LOOP.has(node.name) ? refused(`loop.${node.name}`) : null;
}

function isNumber(value: Constant): boolean {
  return value !== null && typeof value !== 'boolean' && typeof value !== 'string';
}

function callUse(node: Extract<Expression, { kind: 'call' }>): Use | null {
  const { callee } = node;
  if (callee.kind === 'name') return GLOBALS.has(callee.name) ? refused(`${callee.name}()`) : null;
  if (callee.kind !== 'attribute') return null;
  if (METHODS.has(callee.name)) return refused(`.${callee.name}()`);
  return STRIPS.has(callee.name) && node.args.length > 0
    ? { effect: 'differs', what: `.${callee.name}(…)` }
    : null;
}
