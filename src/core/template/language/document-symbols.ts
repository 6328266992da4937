import { innerStatements } from '../compile/inner-statements.ts';
import type { Statement } from '../syntax/nodes.ts';
import { openingTag } from './opening-tag.ts';
import type { TemplateDocument } from './template-document.ts';
import type { Range } from './variable.ts';

/** An entry of a template's outline. Offsets in the text as given. */
export interface TemplateSymbol extends Range {
  readonly kind: 'macro' | 'loop' | 'block' | 'variable' | 'generation';
  /** As it is written, without marks. */
  readonly name: string;
  /** The opening tag. */
  readonly selection: Range;
  readonly children: readonly TemplateSymbol[];
}

/** Macros, loops, blocks, generation blocks and what is set at the top, in the order of the template. */
export function documentSymbols(document: TemplateDocument): TemplateSymbol[] {
  return symbolsOf(document, document.analysis.body, true);
}

function symbolsOf(document: TemplateDocument, body: readonly Statement[], atTop: boolean): TemplateSymbol[] {
  return body.flatMap((node) => {
    const kind = kindOf(node, atTop);
    const children = symbolsOf(document, innerStatements(node), false);
    if (kind === null) return children;
    const { source } = document.analysis;
    const opening = openingTag(source, node);
    const name = source.slice(opening.start, opening.end).replace(/^\{%[-+]?\s*|\s*[-+]?%\}$/g, '');
    return [
      {
        kind,
        name: nameOf(node, name),
        ...document.place(node),
        selection: document.place(opening),
        children,
      },
    ];
  });
}

function kindOf(node: Statement, atTop: boolean): TemplateSymbol['kind'] | null {
  if (node.kind === 'macro' || node.kind === 'block' || node.kind === 'generation') return node.kind;
  if (node.kind === 'for') return 'loop';
  return atTop && (node.kind === 'set' || node.kind === 'set block') ? 'variable' : null;
}

/** A loop and a generation block in their own words, the others by their names. */
function nameOf(node: Statement, tag: string): string {
  const words = tag.replace(/\s+/g, ' ');
  if (node.kind === 'macro' || node.kind === 'block') return node.name;
  if (node.kind !== 'set' && node.kind !== 'set block') return words;
  return /^set\s+(.+?)\s*(?:=|\||$)/.exec(words)?.[1] ?? words;
}
