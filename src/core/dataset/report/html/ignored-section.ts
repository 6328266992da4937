import { markup, type Markup } from './markup.ts';
import type { ReportView } from './report-view.ts';
import { rowLink } from './row-list.ts';

/** What tuning-fork.yaml says is known, with the reasons; null where there is nothing. */
export function ignoredSection(view: ReportView): Markup | null {
  const { report, say } = view;
  const groups = report.ignored ?? [];
  if (groups.length === 0) return null;
  const items = groups.map(({ rule, reason, count, rows, first }) => {
    const links = first
      .filter((row) => row > 0)
      .map((row, n) => markup`${n === 0 ? null : markup`, `}${rowLink(row, view)}`);
    const left = rows - first.length;
    return markup`
<li><code>${rule}</code> ${say('ignored.count', { count })} ${links}${left > 0 ? markup` ${say('more-rows', { count: left })}` : null} <span class="says" dir="auto">${reason === '' ? say('ignored.no-reason') : reason}</span></li>`;
  });
  return markup`
<section id="ignored"><h2>${say('ignored')} <span class="muted">${say('ignored.note')}</span></h2><ul class="rows">${items}</ul></section>`;
}
