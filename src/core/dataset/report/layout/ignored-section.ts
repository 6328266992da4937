import { leadsOf } from './leads.ts';
import type { Bar, ReportSection } from './report-section.ts';
import type { ReportView } from './report-view.ts';

/** What tuning-fork.yaml says is known, with the reasons; null where there is nothing. */
export function ignoredSection(view: ReportView): ReportSection | null {
  const { report, say } = view;
  const groups = report.ignored ?? [];
  if (groups.length === 0) return null;
  const of = Math.max(report.file.rows, ...groups.map(({ count }) => count));
  const bars = groups.map(({ rule, reason, count, rows, first }): Bar => ({
    name: `${rule}: ${reason === '' ? say('ignored.no-reason') : reason}`,
    count,
    of,
    tone: 'plain',
    leads: leadsOf({ rows, first: first.filter((row) => row > 0) }, view),
  }));
  return {
    id: 'ignored',
    title: say('ignored'),
    note: say('ignored.note'),
    blocks: [{ kind: 'bars', bars }],
  };
}
