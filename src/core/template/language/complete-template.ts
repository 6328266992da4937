import { COLLECTION_METHOD_DOCS, TEXT_METHOD_DOCS } from './docs/method-docs.ts';
import type { Doc, DocTable } from './docs/doc.ts';
import { FILTER_DOCS } from './docs/filter-docs.ts';
import { TEST_DOCS } from './docs/test-docs.ts';
import { FUNCTION_DOCS, LOOP_DOCS, MESSAGE_DOCS, VARIABLE_DOCS } from './docs/variable-docs.ts';
import { completionContext, type CompletionContext } from './completion-context.ts';
import { completeStatement } from './complete-statement.ts';
import type { TemplateDocument } from './template-document.ts';
import type { Range, Variable } from './variable.ts';

/** Something that can be written at the cursor. `replaces` is in offsets of the text as given. */
export interface TemplateCompletion {
  readonly label: string;
  readonly kind:
    | 'statement'
    | 'keyword'
    | 'filter'
    | 'test'
    | 'variable'
    | 'function'
    | 'method'
    | 'property'
    | 'constant';
  readonly replaces: Range;
  /** What is inserted instead of the label, with `$1`, `$0` for the places to fill in. */
  readonly snippet?: string;
  readonly doc?: Doc;
  /** What is likely here comes first. */
  readonly isLikely: boolean;
}

const OPERATORS = ['is', 'in', 'not in', 'and', 'or', 'if', 'else'];
const CONSTANTS = ['true', 'false', 'none', 'not'];
const LIKELY_FILTERS = new Set([
  'tojson',
  'trim',
  'length',
  'default',
  'join',
  'selectattr',
  'items',
  'string',
]);
const LIKELY_TESTS = new Set(['defined', 'none', 'string', 'mapping', 'true', 'false', 'iterable', 'not']);

/** What can be written at an offset of a template, broken as it may be while it is typed. */
export function completeTemplate(document: TemplateDocument, offset: number): TemplateCompletion[] {
  const context = completionContext(document, document.inSource(offset));
  if (context === null) return [];
  const word = document.place(context);
  // the last line end of a template is none for jinja2, and the cursor may stand behind it
  const isAround = word.start <= offset && offset <= word.end;
  const replaces = isAround ? word : { start: offset, end: offset };
  switch (context.kind) {
    case 'statement':
      return completeStatement(document, context.piece, replaces);
    case 'filter':
      return ofTable(FILTER_DOCS, 'filter', replaces, LIKELY_FILTERS, ({ signature }) =>
        signature.includes('('),
      );
    case 'test':
      return [
        ...ofTable(TEST_DOCS, 'test', replaces, LIKELY_TESTS, ({ signature }) => signature.includes('(')),
        { label: 'not', kind: 'keyword', replaces, isLikely: true },
      ];
    case 'operator':
      return OPERATORS.map((label) => ({ label, kind: 'keyword', replaces, isLikely: true }));
    case 'property':
      return properties(document, context, replaces);
    case 'value':
      return [...variables(document, context.at, replaces), ...functions(replaces), ...constants(replaces)];
    default:
      return context satisfies never;
  }
}

function ofTable(
  table: DocTable,
  kind: TemplateCompletion['kind'],
  replaces: Range,
  likely: ReadonlySet<string>,
  takesArguments: (doc: Doc) => boolean,
): TemplateCompletion[] {
  return Object.entries(table).map(([label, doc]) => {
    const snippet = takesArguments(doc) && needsArguments(doc) ? { snippet: `${label}($1)` } : {};
    return { label, kind, replaces, doc, isLikely: likely.has(label), ...snippet };
  });
}

/** Whether the first parameter has no default. */
function needsArguments({ signature }: Doc): boolean {
  return !/\((?:\w+=|\*)/.test(signature);
}

function variables(document: TemplateDocument, at: number, replaces: Range): TemplateCompletion[] {
  const seen = new Map<string, TemplateCompletion>();
  for (const variable of document.analysis.variables) {
    const { name, kind } = variable;
    if (name === '' || kind === 'outside' || kind === 'special' || !isVisible(variable, at)) continue;
    const call =
      kind === 'macro'
        ? ({ kind: 'function', snippet: `${name}($1)` } as const)
        : ({ kind: 'variable' } as const);
    seen.set(name, { label: name, replaces, isLikely: true, ...call });
  }
  const inside = (name: string): boolean =>
    document.analysis.variables.some(
      (each) => each.kind === 'special' && each.name === name && isVisible(each, at),
    );
  for (const [label, doc] of Object.entries(VARIABLE_DOCS)) {
    const isSpecial = ['loop', 'caller', 'varargs', 'kwargs'].includes(label);
    if (seen.has(label) || (isSpecial && !inside(label))) continue;
    seen.set(label, {
      label,
      kind: 'variable',
      replaces,
      doc,
      isLikely: label === 'messages' || label === 'loop',
    });
  }
  return [...seen.values()];
}

function isVisible({ scope }: Variable, at: number): boolean {
  return scope.start <= at && at <= scope.end;
}

function functions(replaces: Range): TemplateCompletion[] {
  return Object.entries(FUNCTION_DOCS).map(([label, doc]) => ({
    label,
    kind: 'function',
    replaces,
    doc,
    snippet: `${label}($1)`,
    isLikely: false,
  }));
}

function constants(replaces: Range): TemplateCompletion[] {
  return CONSTANTS.map((label) => ({ label, kind: 'constant', replaces, isLikely: false }));
}

/** What comes after a dot: of `loop` its own, else what messages have and the methods of texts and dicts. */
function properties(
  document: TemplateDocument,
  { owner, quoted }: Extract<CompletionContext, { kind: 'property' }>,
  replaces: Range,
): TemplateCompletion[] {
  const last = owner.at(-1);
  const name = last?.type === 'name' ? last.value : '';
  if (name === 'loop')
    return ofTable(LOOP_DOCS, 'property', replaces, new Set(['first', 'last', 'index0']), () => false);
  const own = attributesOf(document, name).map((label): TemplateCompletion => ({
    label,
    kind: 'property',
    replaces,
    isLikely: true,
  }));
  const keys = ofTable(
    MESSAGE_DOCS,
    'property',
    replaces,
    new Set(['role', 'content', 'tool_calls']),
    () => false,
  );
  if (quoted) return keys;
  const call = ([label, doc]: [string, Doc]): TemplateCompletion => ({
    label,
    kind: 'method',
    replaces,
    doc,
    snippet: doc.signature.includes('()') ? `${label}()` : `${label}($1)`,
    isLikely: false,
  });
  return [...own, ...keys, ...Object.entries({ ...TEXT_METHOD_DOCS, ...COLLECTION_METHOD_DOCS }).map(call)];
}

const NAMESPACE_SET = /(\w+)\.(\w+)\s*=/g;

/** What the template sets on a namespace: `{% set ns.found = … %}`. */
function attributesOf(document: TemplateDocument, name: string): string[] {
  if (name === '') return [];
  const found = new Set<string>();
  for (const { kind, start, end } of document.pieces) {
    if (kind !== 'statement') continue;
    for (const [, owner, attribute] of document.analysis.source.slice(start, end).matchAll(NAMESPACE_SET)) {
      if (owner === name && attribute !== undefined) found.add(attribute);
    }
  }
  return [...found];
}
