import type { RowClusters, RowGroup } from '../dataset-report.ts';
import type { Leads } from './report-section.ts';
import type { ReportView } from './report-view.ts';

/** The rows of a group; null if it has no rows. */
export function leadsOf(
  { rows, first }: Pick<RowGroup, 'rows' | 'first'>,
  { most }: ReportView,
): Leads | null {
  return rows === 0 ? null : { kind: 'rows', rows, first: first.slice(0, most) };
}

/** The largest groups of rows; null if there are no groups. */
export function leadsOfClusters({ groups, largest }: RowClusters, { most }: ReportView): Leads | null {
  if (groups === 0) return null;
  const shown = largest.slice(0, most).map(({ rows, first }) => ({ rows, first: first.slice(0, most) }));
  return { kind: 'groups', groups, largest: shown };
}

/** Parts that say what a row is about, as they are named in conversations and columns. */
const ASKED = /^(?:.+: )?(?:user|human|prompt|instruction|question|input|text)$/i;
const SHOWN = 120;

/** The beginning of what a row asks, or of its first part; empty where it is not at hand. */
export function firstWords(row: number, { excerpts }: Pick<ReportView, 'excerpts'>): string {
  const parts = excerpts.get(row)?.parts ?? [];
  const asked = parts.find(({ name, text }) => text !== '' && ASKED.test(name));
  const characters = Array.from((asked ?? parts[0])?.text ?? '');
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('');
}
