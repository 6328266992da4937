import type { Language } from '../../text/message.ts';
import { renderChatTemplate } from '../render-chat-template.ts';
import { COLLECTION_METHOD_DOCS, TEXT_METHOD_DOCS } from './docs/method-docs.ts';
import type { Doc } from './docs/doc.ts';
import { FILTER_DOCS } from './docs/filter-docs.ts';
import { STATEMENT_DOCS } from './docs/statement-docs.ts';
import { TEST_DOCS } from './docs/test-docs.ts';
import { FUNCTION_DOCS, LOOP_DOCS, MESSAGE_DOCS, VARIABLE_DOCS } from './docs/variable-docs.ts';
import { END_TAGS } from './block-tags.ts';
import { nameAt, type NameAt } from './name-at.ts';
import { isOperator } from './token-role.ts';
import type { TemplateDocument } from './template-document.ts';
import type { Range } from './variable.ts';

/** What is shown about a name. Offsets in the text as given. */
export interface TemplateHover extends Range {
  /** As code of the template language. */
  readonly signature: string;
  readonly text: string | null;
  readonly example: { readonly template: string; readonly result: string } | null;
}

/** What there is to tell about the name at an offset. */
export function hoverTemplate(
  document: TemplateDocument,
  offset: number,
  language: Language,
): TemplateHover | null {
  const name = nameAt(document, document.inSource(offset));
  if (name === null) return null;
  const place = document.place(name.token);
  const doc = docOf(name);
  const variable = document.variableAt(name.token.start);
  if (doc !== null && (variable === null || variable.kind === 'outside' || variable.kind === 'special')) {
    return { ...place, signature: doc.signature, text: doc.text[language], example: exampleOf(doc) };
  }
  if (variable === null || variable.kind === 'outside') return null;
  const [first] = variable.definitions;
  if (first === undefined) return null;
  return { ...place, signature: lineOf(document.analysis.source, first.start), text: null, example: null };
}

/** A doc of a name by what the name is where it stands. */
export function docOf({
  role,
  token,
  piece,
  index,
}: Pick<NameAt, 'role' | 'token' | 'piece' | 'index'>): Doc | null {
  const { value } = token;
  switch (role) {
    case 'tag':
      return STATEMENT_DOCS[END_TAGS.get(value) ?? value] ?? null;
    case 'filter':
      return FILTER_DOCS[value] ?? null;
    case 'test':
      return TEST_DOCS[value] ?? null;
    case 'variable':
      return VARIABLE_DOCS[value] ?? FUNCTION_DOCS[value] ?? null;
    case 'property':
      return propertyDoc(value, piece.tokens[index - 2], isOperator(piece.tokens[index + 1], '('));
    case 'keyword':
    case 'constant':
    case 'argument':
    case 'macro':
    case 'block':
      return null;
    default:
      return role satisfies never;
  }
}

function propertyDoc(
  name: string,
  owner: NameAt['piece']['tokens'][number] | undefined,
  called: boolean,
): Doc | null {
  if (owner?.type === 'name' && owner.value === 'loop') return LOOP_DOCS[name] ?? null;
  if (called) return TEXT_METHOD_DOCS[name] ?? COLLECTION_METHOD_DOCS[name] ?? null;
  return MESSAGE_DOCS[name] ?? null;
}

/** What the engine makes of an example: shown as it is, never written down. */
export function exampleOf({ example }: Doc): TemplateHover['example'] {
  if (example === undefined) return null;
  const data = '{"messages": [{"role": "user", "content": "Hi"}]}';
  const rendered = renderChatTemplate({ template: example, data, now: '2026-01-01T00:00:00' });
  return rendered.ok ? { template: example, result: rendered.text } : null;
}

/** The line of an offset, without white space around it. */
function lineOf(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  return source.slice(start, end < 0 ? source.length : end).trim();
}
