import type { RenderResult } from '../render-request.ts';
import { renderData, renderWith, type RenderSettings } from '../render-chat-template.ts';
import type { PyDict } from '../values/dict.ts';
import { leavesOf, stepsOf, WHOLE, type Leaf } from './origin.ts';
import { templateOffsets } from './template-offsets.ts';
import type { TracePiece } from './trace-piece.ts';
import { TraceOverflow } from './trace-work.ts';
import { Tracer } from './tracer.ts';

/** What was rendered, and where each stretch of it came from. */
export type TracedResult = RenderResult & { readonly pieces?: readonly TracePiece[] };

/**
 * As `renderData`, and for a rendered text its pieces: their data paths begin at the top of `data`, their template offsets are
 * those of the template as given. The text is the very same. A text that would take too long to follow has no
 * pieces.
 */
export function traceChatTemplate(settings: RenderSettings, data: PyDict): TracedResult {
  try {
    const trace = new Tracer();
    const result = renderWith(settings, data, trace);
    if (!result.ok) return result;
    return { ...result, pieces: piecesOf(trace, settings.template, result.text.length) };
  } catch (error) {
    if (error instanceof TraceOverflow) return renderData(settings, data);
    throw error;
  }
}

/** The pieces of the first `length` characters: a continued final message ends the text before the document does. */
function piecesOf(trace: Tracer, template: string, length: number): TracePiece[] {
  const offsetOf = templateOffsets(template);
  const pieces: TracePiece[] = [];
  let left = length;
  for (const leaf of leavesOf(trace.document())) {
    if (left <= 0) break;
    pieces.push(pieceOf(leaf, Math.min(left, leaf.length), offsetOf));
    left -= leaf.length;
  }
  return pieces;
}

function pieceOf(leaf: Leaf, length: number, offsetOf: (offset: number) => number): TracePiece {
  const { path, offset } = leaf;
  return {
    length,
    // an empty tuple has no range of its own
    template: [offsetOf(leaf.start), offsetOf(Math.max(leaf.end, leaf.start + 1))],
    data: path === null ? null : { path: stepsOf(path), offset: offset === WHOLE ? null : offset },
  };
}
