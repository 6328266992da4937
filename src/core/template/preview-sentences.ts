import type { PreviewNote } from '../protocol/preview-contract.ts';
import { formatMessage } from '../text/format-message.ts';
import type { Language, Message } from '../text/message.ts';
import { pieceAt } from './preview-places.ts';
import type { PreviewRendering } from './preview-rendering.ts';
import { changedSwitches, type PreviewSwitches } from './preview-switches.ts';
import type { RenderError } from './render-request.ts';
import { placeOf } from './syntax/place.ts';
import type { TracePiece } from './trace/trace-piece.ts';

type Rendered = Extract<PreviewRendering, { kind: 'rendered' }>;

/** What the foot says of a rendered row, such as `412 tokens · 2 answers trained`. */
export function previewVerdict({ tokens, training, answers }: Rendered, language: Language): string {
  const messages: Message[] = [];
  if (tokens !== null) messages.push({ id: 'tokens.label', args: { tokens } });
  switch (training) {
    case 'answers':
      messages.push({ id: 'preview.answers', args: { answers } });
      break;
    case 'completion':
      messages.push({ id: 'preview.completion' });
      break;
    case 'everything':
      messages.push({ id: 'preview.everything' });
      break;
    case 'nothing':
      messages.push({ id: 'preview.no-marks' });
      break;
  }
  return messages.map((message) => formatMessage(message, language)).join(' · ');
}

/** Names the switches that stand otherwise than in training; null if none does. */
export function unlikeTraining(switches: PreviewSwitches, language: Language): string | null {
  const names = changedSwitches(switches);
  if (names.length === 0) return null;
  return formatMessage({ id: 'preview.unlike-training', args: { names: names.join(', ') } }, language);
}

/** What is worth a look in a rendered row. */
export function previewNotes(rendering: Rendered, template: string, language: Language): PreviewNote[] {
  const notes: PreviewNote[] = [];
  const add = (tone: PreviewNote['tone'], message: Message, at: number | null): void => {
    notes.push({ tone, sentence: formatMessage(message, language), at });
  };
  const { dated, pieces, training } = rendering;
  if (dated !== null) {
    const line = templateLineAt(template, pieces, dated);
    if (line === null) add('warning', { id: 'preview.changes-daily-somewhere' }, dated);
    else add('warning', { id: 'preview.changes-daily', args: { line } }, dated);
  }
  if (training === 'nothing') add('warning', { id: 'preview.nothing-trained' }, null);
  if (training === 'everything') add('info', { id: 'preview.everything-trained' }, null);
  return notes;
}

/** The 1-based line of the template that wrote a character; null if that is not known. */
export function templateLineAt(template: string, pieces: readonly TracePiece[], at: number): number | null {
  const found = pieceAt(pieces, at);
  return found === undefined ? null : placeOf(template, found.piece.template[0]).line;
}

/** Where a character came from, such as `messages[2].content · template line 74`; null if that is not known. */
export function originSentence(
  template: string,
  pieces: readonly TracePiece[],
  at: number,
  language: Language,
): string | null {
  const found = pieceAt(pieces, at);
  if (found === undefined) return null;
  const { line } = placeOf(template, found.piece.template[0]);
  const { data } = found.piece;
  const message =
    data === null
      ? { id: 'preview.origin-template', args: { line } }
      : { id: 'preview.origin-data', args: { path: pathText(data.path), line } };
  return formatMessage(message, language);
}

/** A path as one writes it in Python and JavaScript: `messages[2].content`. */
function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(step)) return `[${JSON.stringify(step)}]`;
      return i === 0 ? step : `.${step}`;
    })
    .join('');
}

/** Why a template refuses a row, with the place in the template. */
export function refusalSentence(error: RenderError, language: Language): string {
  const { detail, line, column } = error;
  const reason = detail === undefined ? error.message : formatMessage(detail, language);
  if (line === undefined) return formatMessage({ id: 'preview.refused', args: { reason } }, language);
  const id = column === undefined ? 'preview.refused-at-line' : 'preview.refused-at';
  return formatMessage({ id, args: { reason, line, column: column ?? 0 } }, language);
}
