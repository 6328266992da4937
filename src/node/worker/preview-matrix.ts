import { lineChanges } from '../../core/template/line-changes.ts';
import { combinations, type MatrixColumn, type MatrixRequest } from '../../core/template/preview-matrix.ts';
import { rowConversation } from '../../core/template/row-conversation.ts';
import type { RenderResult } from '../../core/template/render-request.ts';
import { tokensOf } from './count-tokens.ts';
import { renderSwitched } from './render-switched.ts';

/** Renders a row with all combinations of some switches; none for a row that is no conversation. */
export function previewMatrix({ request, names }: MatrixRequest): MatrixColumn[] {
  if (!rowConversation(request.rowText, request.row).ok) return [];
  const now = renderSwitched(request);
  return combinations(request.switches, names).map(({ settings, switches }) => {
    const result = settings.length === 0 ? now : renderSwitched({ ...request, switches });
    return { settings, outcome: outcomeOf(result, now, request.tokenizer) };
  });
}

function outcomeOf(
  result: RenderResult,
  now: RenderResult,
  tokenizer: string | null,
): MatrixColumn['outcome'] {
  if (!result.ok) return { kind: 'refused', error: result.error };
  return {
    kind: 'rendered',
    changes: lineChanges(now.ok ? now.text : '', result.text),
    tokens: tokensOf(result.text, tokenizer),
    answers: result.spans?.length ?? 0,
  };
}
