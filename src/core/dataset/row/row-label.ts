import { formatMessage } from '../../text/format-message.ts';
import { formatNumber, type Language } from '../../text/message.ts';
import type { RowSummary } from '../findings/finding.ts';

const glyphs = { error: '!', warning: '▵', info: ' ' } as const;

/** ` · ` and a count up to 99,999. */
const TOKEN_COLUMN = 9;

/** Width of a label in characters, without and with a count of tokens, so that labels stand in a column. */
export const rowLabelWidth = { turns: 10, tokens: 18 } as const;

/**
 * The label in front of a row: its turns, its tokens where they were counted, and a glyph where something is wrong; nothing is
 * guessed. Spaces are no-break spaces, because the editor folds the others at the ends of a decoration.
 * @param tokens null: not counted, or the template refuses the row; undefined: there is nothing to count with
 */
export function rowLabel(summary: RowSummary, tokens: number | null | undefined, language: Language): string {
  const glyph = summary.worst === null ? ' ' : glyphs[summary.worst];
  const turns = turnWords(summary, language);
  const label = tokens === undefined ? `${turns} ${glyph}` : `${turns}${tokenColumn(tokens)}${glyph}`;
  const width = tokens === undefined ? rowLabelWidth.turns : rowLabelWidth.tokens;
  return label.padStart(width).replaceAll(' ', '\u00a0');
}

/** What the label of a row means, for its hover. */
export function rowLabelHover(
  summary: RowSummary,
  tokens: number | null | undefined,
  language: Language,
): string {
  const turns = turnWords(summary, language);
  if (typeof tokens !== 'number') return turns;
  return `${turns} · ${formatMessage({ id: 'tokens.label', args: { tokens } }, language)}`;
}

function turnWords({ turns }: RowSummary, language: Language): string {
  return turns === null ? '–' : formatMessage({ id: 'dataset.label.turns', args: { turns } }, language);
}

/** Of one width, so that the dots of all rows stand below each other. */
function tokenColumn(tokens: number | null): string {
  return tokens === null ? ' '.repeat(TOKEN_COLUMN) : ` · ${formatNumber(tokens)}`.padEnd(TOKEN_COLUMN);
}
