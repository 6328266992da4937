import type { RowGroup } from '../dataset-report.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportView } from './report-view.ts';

/** A link to the row's beginning further down; the bare number where the row could not be read. */
export function rowLink(row: number, { say, excerpts }: ReportView): Markup {
  const name = say('row', { row });
  return excerpts.has(row)
    ? markup`<a href="#row-${String(row)}">${name}</a>`
    : markup`<span class="unread">${name}</span>`;
}

/** The first rows of a group, each with the beginning of what it says. */
export function rowList(group: Pick<RowGroup, 'rows' | 'first'>, view: ReportView): Markup {
  const items = group.first.map(
    (row) =>
      markup`
<li>${rowLink(row, view)} <span class="says" dir="auto">${firstWords(row, view)}</span></li>`,
  );
  return markup`<ul class="rows">${items}</ul>${moreRows(group.rows - group.first.length, view)}`;
}

export function moreRows(count: number, { say }: ReportView): Markup | null {
  return count > 0 ? markup`<p class="muted small">${say('more-rows', { count })}</p>` : null;
}

/** Parts that say what a row is about, as they are named in conversations and columns. */
const ASKED = /^(?:.+: )?(?:user|human|prompt|instruction|question|input|text)$/i;
const SHOWN = 120;

/** The beginning of what a row asks, or of its first part. */
export function firstWords(row: number, { excerpts }: ReportView): string {
  const parts = excerpts.get(row)?.parts ?? [];
  const asked = parts.find(({ name, text }) => text !== '' && ASKED.test(name));
  const characters = Array.from((asked ?? parts[0])?.text ?? '');
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('');
}
