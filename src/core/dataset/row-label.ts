import { formatMessage } from '../text/format-message.ts';
import type { Language } from '../text/message.ts';
import type { RowSummary } from './finding.ts';

const glyphs = { error: '!', warning: '▵', info: ' ' } as const;

/** Width of a row's label in characters, so that labels stand in a column. */
export const ROW_LABEL_WIDTH = 10;

/**
 * The label in front of a row: its turns, and a glyph where something is wrong; nothing that was not counted. Spaces are no-break
 * spaces, because the editor folds the others at the ends of a decoration.
 */
export function rowLabel(summary: RowSummary, language: Language): string {
  const glyph = summary.worst === null ? ' ' : glyphs[summary.worst];
  const words = summary.turns === null ? '–' : turnWords(summary.turns, language);
  return `${words} ${glyph}`.padStart(ROW_LABEL_WIDTH).replaceAll(' ', '\u00a0');
}

function turnWords(turns: number, language: Language): string {
  return formatMessage(
    { id: turns === 1 ? 'dataset.label.turn' : 'dataset.label.turns', args: { turns } },
    language,
  );
}
