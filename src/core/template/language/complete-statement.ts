import { BLOCK_TAGS, END_TAGS, PLAIN_TAGS } from './block-tags.ts';
import type { TemplateCompletion } from './complete-template.ts';
import { STATEMENT_DOCS } from './docs/statement-docs.ts';
import { opensBlock, statementTag } from './statement-tag.ts';
import { isClosed, type TemplateDocument } from './template-document.ts';
import type { TemplatePiece } from './template-tag.ts';
import type { Range } from './variable.ts';

/** What stands between a statement's word and its closing mark. */
const HEADS: Readonly<Record<string, string>> = {
  for: 'for ${1:message} in ${2:messages}',
  if: 'if ${1:condition}',
  set: 'set ${1:name}',
  macro: 'macro ${1:name}(${2})',
  call: 'call ${1:macro}()',
  filter: 'filter ${1:trim}',
  with: 'with ${1:name} = ${2:value}',
  autoescape: 'autoescape ${1:true}',
  generation: 'generation',
  block: 'block ${1:name}',
  raw: 'raw',
};

/** The statements that can begin here: the end of the block that is open first, then those of chat templates. */
export function completeStatement(
  document: TemplateDocument,
  piece: TemplatePiece,
  replaces: Range,
): TemplateCompletion[] {
  const open = openBlocks(document.pieces, piece);
  const innermost = open.at(-1);
  const ends = innermost === undefined ? [] : [BLOCK_TAGS[innermost]?.end ?? ''];
  const branches = innermost === 'if' ? ['elif', 'else'] : innermost === 'for' ? ['else'] : [];
  const plain = (label: string, isLikely: boolean): TemplateCompletion => {
    const doc = STATEMENT_DOCS[END_TAGS.get(label) ?? label];
    const text = label === 'elif' ? 'elif ${1:condition}' : label;
    return {
      label,
      kind: 'statement',
      replaces,
      isLikely,
      ...(doc === undefined ? {} : { doc }),
      snippet: text + afterWord(piece),
    };
  };
  const blocks = Object.entries(HEADS).map(([label, head]): TemplateCompletion => {
    const doc = STATEMENT_DOCS[label];
    const end = label === 'raw' ? 'endraw' : BLOCK_TAGS[label]?.end;
    const body = label === 'set' ? 'set ${1:name} = ${2:value}' : `${head} %}$0{% ${end}`;
    return {
      label,
      kind: 'statement',
      replaces,
      isLikely: true,
      ...(doc === undefined ? {} : { doc }),
      snippet: body + afterWord(piece),
    };
  });
  const inLoop = open.includes('for');
  const others = PLAIN_TAGS.filter((tag) => inLoop || (tag !== 'break' && tag !== 'continue'));
  return [
    ...ends.map((label) => plain(label, true)),
    ...branches.map((label) => plain(label, true)),
    ...blocks,
    ...others.map((label) => plain(label, label === 'break' || label === 'continue')),
  ];
}

function afterWord(piece: TemplatePiece): string {
  return isClosed(piece) ? '' : ' %}';
}

/** The blocks that are open where a tag begins, the innermost last. */
function openBlocks(pieces: readonly TemplatePiece[], before: TemplatePiece): string[] {
  const open: string[] = [];
  for (const piece of pieces) {
    if (piece.start >= before.start) return open;
    const tag = statementTag(piece);
    const opening = END_TAGS.get(tag);
    if (opening !== undefined) {
      const at = open.lastIndexOf(opening);
      if (at >= 0) open.splice(at);
    } else if (opensBlock(piece)) open.push(tag);
  }
  return open;
}
