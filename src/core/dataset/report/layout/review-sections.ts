import type { RowClusters } from '../dataset-report.ts';
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
  const of = Math.max(report.file.rows, ...report.review.map(({ count }) => count));
  const bars = report.review.map((each): Bar => ({
    name: say(`${each.rule}.${each.kind}`, { service: each.service }),
    count: each.count,
    of,
    tone: 'look',
    leads: leadsOf(each, view),
  }));
  const blocks =
    bars.length === 0
      ? [{ kind: 'sentence', text: say('review.none') } as const]
      : [{ kind: 'bars', bars } as const];
  return { id: 'review', title: say('review'), note: say('review.note'), blocks };
}

/** Slurs, and groups of people beside traits: the words that made rows listed, and where; never a verdict. */
export function biasSection(view: ReportView): ReportSection {
  const { report, say } = view;
  const of = Math.max(report.file.rows, ...report.bias.map(({ count }) => count));
  const bars = report.bias.map((each): Bar => ({
    name:
      each.words === '' ? say(`bias.${each.rule}.others`) : say(`bias.${each.rule}`, { words: each.words }),
    count: each.count,
    of,
    tone: 'look',
    leads: leadsOf(each, view),
  }));
  const blocks =
    bars.length === 0
      ? [{ kind: 'sentence', text: say('bias.none') } as const]
      : [{ kind: 'bars', bars } as const];
  return { id: 'bias', title: say('bias'), note: say('bias.note'), blocks };
}
