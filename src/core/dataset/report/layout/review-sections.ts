import type { RowClusters, RowGroup } from '../dataset-report.ts';
import { leadsOf, leadsOfClusters } from './leads.ts';
import type { Bar, ReportSection } from './report-section.ts';
import type { ReportView } from './report-view.ts';

/** Copies and contradictions with their groups, and rows that held-out data has too where these were compared. */
export function duplicatesSection(view: ReportView): ReportSection {
  const { report, say } = view;
  const { exact, near } = report.duplicates;
  const bars = [
    groupsBar('duplicates.exact', exact, exact.rows - exact.groups, view),
    groupsBar('duplicates.near', near, near.rows - near.groups, view),
    groupsBar('contradictions', report.contradictions, report.contradictions.rows, view),
  ];
  const { overlap } = report;
  const files = overlap?.with.join(', ') ?? '';
  if (overlap !== null)
    bars.push({
      name: say('overlap', { files }),
      count: overlap.rows,
      of: report.file.rows,
      tone: 'look',
      leads: leadsOf(overlap, view),
    });
  const compared =
    overlap === null ? say('overlap.not-compared') : overlapSentence(overlap.rows, files, view);
  return {
    id: 'duplicates',
    title: say('duplicates'),
    note: null,
    blocks: [
      { kind: 'bars', bars },
      { kind: 'sentence', text: compared },
    ],
  };
}

function overlapSentence(rows: number, files: string, { say }: ReportView): string {
  return rows === 0 ? say('overlap.none', { files }) : say('overlap.some', { files, rows });
}

function groupsBar(id: string, clusters: RowClusters, count: number, view: ReportView): Bar {
  const leads = leadsOfClusters(clusters, view);
  return { name: view.say(id), count, of: view.report.file.rows, tone: 'look', leads };
}

/** Secrets, personal data, hidden instructions: how many, and where; never a verdict, and never a value. */
export function reviewSection(view: ReportView): ReportSection {
  const { report, say } = view;
  return listSection('review', report.review, view, ({ rule, kind, service }) =>
    say(`${rule}.${kind}`, { service }),
  );
}

/** Slurs, and groups of people beside traits: the words that made rows listed, and where; never a verdict. */
export function biasSection(view: ReportView): ReportSection {
  const { report, say } = view;
  return listSection('bias', report.bias, view, ({ rule, words }) =>
    words === '' ? say(`bias.${rule}.others`) : say(`bias.${rule}`, { words }),
  );
}

/** A bar for each group of rows that a person must read, or a sentence that there are none. */
function listSection<T extends RowGroup>(
  id: 'review' | 'bias',
  groups: readonly T[],
  view: ReportView,
  name: (group: T) => string,
): ReportSection {
  const { report, say } = view;
  const of = Math.max(report.file.rows, ...groups.map(({ count }) => count));
  const bars = groups.map((each): Bar => ({
    name: name(each),
    count: each.count,
    of,
    tone: 'look',
    leads: leadsOf(each, view),
  }));
  const blocks =
    bars.length === 0
      ? [{ kind: 'sentence', text: say(`${id}.none`) } as const]
      : [{ kind: 'bars', bars } as const];
  return { id, title: say(id), note: say(`${id}.note`), blocks };
}
