import type { RenderError } from '../../core/template/render-request.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { Language } from '../../core/text/message.ts';

/** Why a template refuses a row: our own words where the refusal is one of our limits, else those of the template or of Python. */
export function refusalReason({ detail, message }: RenderError, language: Language): string {
  return detail === undefined ? message : formatMessage(detail, language);
}

/** That a template refuses a row, at which of its lines, and why. */
export function refusalSentence(error: RenderError, language: Language): string {
  const reason = refusalReason(error, language);
  const { line } = error;
  const id = line === undefined ? 'inline.refused' : 'inline.refused-at';
  return formatMessage({ id, args: { reason, line: line ?? 0 } }, language);
}
