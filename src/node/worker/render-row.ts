import { renderData } from '../../core/template/render-chat-template.ts';
import { rowConversation } from '../../core/template/row-conversation.ts';
import type { RowRendering, RowRequest } from '../../core/template/row-rendering.ts';
import type { TokenCountRequest } from '../../core/tokens/token-counts.ts';
import { tokensOf } from './count-tokens.ts';

/** Renders a dataset row as TRL hands it to the template, and counts the tokens of what comes out. */
export function renderRow(request: RowRequest): RowRendering {
  const read = rowConversation(request.rowText, request.row);
  if (!read.ok) return { kind: 'no-conversation', message: read.message };
  const { template, specialTokens, now } = request;
  const result = renderData({ template, specialTokens, now }, read.data);
  if (!result.ok) return { kind: 'refused', error: result.error };
  const tokens = tokensOf(result.text, request.tokenizer);
  return { kind: 'rendered', text: result.text, spans: result.spans ?? [], tokens };
}

/** Counts the tokens of rows, each rendered first; null where that is refused. */
export function countTokens({ rows, ...settings }: TokenCountRequest): (number | null)[] {
  return rows.map(({ text, row }) => {
    const rendering = renderRow({ ...settings, rowText: text, row });
    return rendering.kind === 'rendered' ? rendering.tokens : null;
  });
}
