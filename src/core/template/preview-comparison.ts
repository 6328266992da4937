import { formatMessage } from '../text/format-message.ts';
import type { Language, Message } from '../text/message.ts';
import { commonLength } from './preview-ranges.ts';
import type { PreviewRendering } from './preview-rendering.ts';
import { refusalSentence, templateLineAt } from './preview-sentences.ts';

/** A row as one of two templates renders it. */
export interface ComparedRendering {
  readonly template: string;
  readonly rendering: PreviewRendering;
}

/** Characters that are shown of each text where the two part. */
const SHOWN = 12;

/**
 * How another template's text differs from the one on show: its first character, and which lines wrote it on both sides. `at` is
 * the character, null if there is none.
 */
export function comparisonOf(
  name: string,
  ours: ComparedRendering,
  theirs: ComparedRendering,
  language: Language,
): { readonly sentence: string; readonly at: number | null } {
  const say = (message: Message): string => formatMessage(message, language);
  const { rendering } = theirs;
  if (rendering.kind === 'refused') {
    const reason = refusalSentence(rendering.error, language);
    return { sentence: say({ id: 'preview.compare-refuses', args: { name, reason } }), at: null };
  }
  if (rendering.kind !== 'rendered' || ours.rendering.kind !== 'rendered') return { sentence: '', at: null };
  if (rendering.text === ours.rendering.text)
    return { sentence: say({ id: 'preview.compare-same', args: { name } }), at: null };
  const at = commonLength(ours.rendering.text, rendering.text);
  const args = { name, at: at + 1, ours: writing(ours, at), theirs: writing(theirs, at) };
  return { sentence: say({ id: 'preview.compare-differs', args }), at };
}

/** What a text has at a character, and which line of its template wrote it. */
function writing({ template, rendering }: ComparedRendering, at: number): Message {
  if (rendering.kind !== 'rendered' || at >= rendering.text.length) return { id: 'preview.compare-ends' };
  const text = JSON.stringify(rendering.text.slice(at, at + SHOWN));
  const line = templateLineAt(template, rendering.pieces, at);
  return { id: 'preview.compare-writes', args: { line: line ?? 1, text } };
}
