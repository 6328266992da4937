import { renderData } from '../../core/template/render-chat-template.ts';
import { rowConversation } from '../../core/template/row-conversation.ts';
import type { RowRendering, RowRequest } from '../../core/template/row-rendering.ts';
import { tokenizerOf } from '../tokens/read-tokenizer.ts';

/** Renders a dataset row as TRL hands it to the template, and counts the tokens of what comes out. */
export function renderRow(request: RowRequest): RowRendering {
  const read = rowConversation(request.rowText, request.row);
  if (!read.ok)
    return { kind: 'no-conversation', message: { ...read.message, args: { ...read.message.args } } };
  const { template, specialTokens, now } = request;
  const result = renderData({ template, specialTokens, now }, read.data);
  if (!result.ok) return { kind: 'refused', error: result.error };
  const tokenizer = request.tokenizer === null ? null : tokenizerOf(request.tokenizer);
  return {
    kind: 'rendered',
    text: result.text,
    spans: result.spans ?? [],
    tokens: tokenizer?.count(result.text) ?? null,
  };
}
