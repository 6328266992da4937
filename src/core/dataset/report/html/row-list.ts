import { unreachable } from '../../../text/unreachable.ts';
import { firstWords } from '../layout/leads.ts';
import type { Leads } from '../layout/report-section.ts';
import type { ReportView } from '../layout/report-view.ts';
import { markup, type Markup } from './markup.ts';

/** A link to the row's beginning further down; the bare number where the row could not be read. */
export function rowLink(row: number, { say, excerpts }: ReportView): Markup {
  const name = say('row', { row });
  return excerpts.has(row)
    ? markup`<a href="#row-${String(row)}">${name}</a>`
    : markup`<span class="unread">${name}</span>`;
}

/** The first rows behind a bar, or the largest groups, each with the beginning of what it says. */
export function rowList(leads: Leads, view: ReportView): Markup {
  switch (leads.kind) {
    case 'rows':
      return plainList(leads.rows, leads.first, view);
    case 'groups':
      return groupList(leads, view);
    default:
      return unreachable(leads);
  }
}

function plainList(rows: number, first: readonly number[], view: ReportView): Markup {
  const items = first.map(
    (row) =>
      markup`
<li>${rowLink(row, view)} <span class="says" dir="auto">${firstWords(row, view)}</span></li>`,
  );
  const left = rows - first.length;
  const more = left > 0 ? markup`<p class="muted small">${view.say('more-rows', { count: left })}</p>` : null;
  return markup`<ul class="rows">${items}</ul>${more}`;
}

function groupList({ groups, largest }: Extract<Leads, { kind: 'groups' }>, view: ReportView): Markup {
  const items = largest.map(({ rows, first }) => {
    const links = first.map((row, n) => markup`${n === 0 ? null : markup`, `}${rowLink(row, view)}`);
    const left = rows - first.length;
    return markup`
<li>${view.say('group', { rows })} ${links}${left > 0 ? markup` ${view.say('more-rows', { count: left })}` : null} <span class="says" dir="auto">${firstWords(first[0] ?? 0, view)}</span></li>`;
  });
  return markup`<p class="muted small">${view.say('groups', { groups })}</p><ul class="rows">${items}</ul>`;
}
