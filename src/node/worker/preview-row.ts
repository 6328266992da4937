import type { PreviewRendering, PreviewRequest } from '../../core/template/preview-rendering.ts';
import { commonLength, tokenRanges } from '../../core/template/preview-ranges.ts';
import { ownedStretches } from '../../core/template/preview-stretches.ts';
import { rowConversation } from '../../core/template/row-conversation.ts';
import { PyDict } from '../../core/template/values/dict.ts';
import { tokensOf } from './count-tokens.ts';
import { renderSwitched, traceSwitched } from './render-switched.ts';
import { messagePath, rowPieces } from './row-pieces.ts';
import { switchVariables } from './switch-variables.ts';
import { trainedPartOf } from './trained-part.ts';

/** Renders a row for the preview, with all that it tells of the text. */
export function previewRow(request: PreviewRequest): PreviewRendering {
  const read = rowConversation(request.rowText, request.row);
  if (!read.ok) return { kind: 'no-conversation', message: read.message };
  const { data } = read;
  const variables = switchVariables(request.template, data);
  const result = traceSwitched(request);
  if (!result.ok) {
    const path = messagePath(request.rowText, result.error.messageIndex);
    return { kind: 'refused', error: result.error, path, variables };
  }
  const { text, pieces = [] } = result;
  const spans = result.spans ?? [];
  const promptAt = promptStart(request, text);
  return {
    kind: 'rendered',
    text,
    pieces: rowPieces(pieces, request),
    stretches: ownedStretches(text, pieces, rolesOf(data), request.specialTokens['eos_token'], promptAt),
    special: tokenRanges(text, Object.values(request.specialTokens)),
    answers: spans.length,
    ...trainedPartOf(request, text, spans),
    tokens: tokensOf(text, request.tokenizer),
    dated: firstDatedCharacter(request, text),
    variables,
  };
}

function rolesOf(data: PyDict): string[] {
  const messages = data.getText('messages');
  if (!Array.isArray(messages)) return [];
  return messages.map((message) => {
    const role = message instanceof PyDict ? message.getText('role') : null;
    return typeof role === 'string' ? role : '';
  });
}

/** The generation prompt is what the text has more than without it. */
function promptStart(request: PreviewRequest, text: string): number | null {
  if (!request.switches.addGenerationPrompt) return null;
  const without = renderSwitched(request, { addGenerationPrompt: false });
  if (!without.ok || without.text.length >= text.length || !text.startsWith(without.text)) return null;
  return without.text.length;
}

/** A day of which no part of a date is as on any day on which this runs. */
const ANOTHER_DAY = '1987-10-31';

function firstDatedCharacter(request: PreviewRequest, text: string): number | null {
  if (!request.template.includes('strftime_now')) return null;
  const later = renderSwitched(request, { now: request.now.replace(/^\d+-\d+-\d+/, ANOTHER_DAY) });
  if (!later.ok) return 0;
  return later.text === text ? null : commonLength(text, later.text);
}
