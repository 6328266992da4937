import { formatMessage } from '../text/format-message.ts';
import { formatNumber, type Language } from '../text/message.ts';
import type { RowSummary } from './finding.ts';

const glyphs = { error: '!', warning: '▵', info: ' ' } as const;

/** Width of a label in characters, without and with a count of tokens, so that labels stand in a column. */
export const rowLabelWidth = { turns: 10, tokens: 18 } as const;

/**
 * The label in front of a row: its turns, its tokens where they were counted, and a glyph where something is wrong; nothing is
 * guessed. Spaces are no-break spaces, because the editor folds the others at the ends of a decoration.
 * @param tokens null: not counted, or the template refuses the row; undefined: there is nothing to count with
 */
export function rowLabel(summary: RowSummary, tokens: number | null | undefined, language: Language): string {
  const glyph = summary.worst === null ? ' ' : glyphs[summary.worst];
  const turns =
    summary.turns === null
      ? '–'
      : formatMessage({ id: 'dataset.label.turns', args: { turns: summary.turns } }, language);
  const width = tokens === undefined ? rowLabelWidth.turns : rowLabelWidth.tokens;
  const counted = typeof tokens === 'number' ? ` · ${formatNumber(tokens)}` : '';
  return `${turns}${counted} ${glyph}`.padStart(width).replaceAll(' ', '\u00a0');
}
