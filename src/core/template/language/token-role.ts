import type { Token } from '../syntax/token.ts';
import type { TemplatePiece } from './template-tag.ts';

/** What a name is in its tag. `tag` is the word that a statement begins with. */
export type NameRole =
  | 'tag'
  | 'keyword'
  | 'constant'
  | 'filter'
  | 'test'
  | 'property'
  | 'argument'
  | 'macro'
  | 'block'
  | 'variable';

const CONSTANTS = new Set(['true', 'True', 'false', 'False', 'none', 'None']);
const OPERATORS = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else']);
/** Further words of statements, which elsewhere are names like others. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  for: new Set(['recursive']),
  block: new Set(['scoped', 'required']),
  include: new Set(['ignore', 'missing', 'with', 'without', 'context']),
  import: new Set(['as', 'with', 'without', 'context']),
  from: new Set(['import', 'as', 'with', 'without', 'context']),
};

/** The role of the name at an index of a tag's tokens; null for what is no name. */
export function roleAt(
  { kind, tokens }: Pick<TemplatePiece, 'kind' | 'tokens'>,
  index: number,
): NameRole | null {
  const token = tokens[index];
  if (token?.type !== 'name') return null;
  const before = tokens[index - 1];
  const statement = kind === 'statement' ? tokens[1] : undefined;
  const tag = statement?.type === 'name' ? statement.value : '';
  if (kind === 'statement' && index === 1) return 'tag';
  if (isOperator(before, '.')) return 'property';
  if (isOperator(before, '|') || (tag === 'filter' && index === 2)) return 'filter';
  if (isTestName(tokens, index)) return 'test';
  if (CONSTANTS.has(token.value)) return 'constant';
  if (OPERATORS.has(token.value) || WORDS[tag]?.has(token.value) === true) return 'keyword';
  if (tag === 'macro' && index === 2) return 'macro';
  if ((tag === 'block' || tag === 'endblock') && index === 2) return 'block';
  const named = tag !== 'macro' && isOperator(tokens[index + 1], '=') && depthAt(tokens, index) > 0;
  return named ? 'argument' : 'variable';
}

/** A name after `is` or `is not`. */
function isTestName(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.type !== 'name') return false;
  if (before.value === 'is') return !(tokens[index]?.type === 'name' && tokens[index].value === 'not');
  const first = tokens[index - 2];
  return before.value === 'not' && first?.type === 'name' && first.value === 'is';
}

/** How many brackets are open before a token. */
export function depthAt(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (const token of tokens.slice(0, index)) {
    if (token.type !== 'operator') continue;
    if ('([{'.includes(token.value)) depth++;
    else if (')]}'.includes(token.value)) depth--;
  }
  return depth;
}

export function isOperator(token: Token | undefined, value: string): boolean {
  return token?.type === 'operator' && token.value === value;
}
