import type { RowClusters } from '../dataset-report.ts';
import { barList, type Bar } from './bar-list.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportView } from './report-view.ts';
import { firstWords, rowLink, rowList } from './row-list.ts';

/** Copies and contradictions with their groups. */
export function duplicatesSection(view: ReportView): Markup {
  const { report, say } = view;
  const { exact, near } = report.duplicates;
  const bars = [
    groupsBar('duplicates.exact', exact, exact.rows - exact.groups, view),
    groupsBar('duplicates.near', near, near.rows - near.groups, view),
    groupsBar('contradictions', report.contradictions, report.contradictions.rows, view),
  ];
  return markup`
<section id="duplicates"><h2>${say('duplicates')}</h2>${barList(bars)}</section>`;
}

function groupsBar(id: string, clusters: RowClusters, count: number, view: ReportView): Bar {
  return {
    name: view.say(id),
    count,
    of: view.report.file.rows,
    tone: 'look',
    rows: count === 0 ? null : groupList(clusters, view),
  };
}

function groupList({ groups, largest }: RowClusters, view: ReportView): Markup {
  const items = largest.map(({ rows, first }) => {
    const links = first.map((row, n) => markup`${n === 0 ? null : markup`, `}${rowLink(row, view)}`);
    const left = rows - first.length;
    return markup`
<li>${view.say('group', { rows })} ${links}${left > 0 ? markup` ${view.say('more-rows', { count: left })}` : null} <span class="says" dir="auto">${firstWords(first[0] ?? 0, view)}</span></li>`;
  });
  return markup`<p class="muted small">${view.say('groups', { groups })}</p><ul class="rows">${items}</ul>`;
}

/** Secrets, personal data, hidden instructions: how many, and where; never a verdict, and never a value. */
export function reviewSection(view: ReportView): Markup {
  const { report, say } = view;
  const bars = report.review.map((each) => ({
    name: say(`${each.rule}.${each.kind}`, { service: each.service }),
    count: each.count,
    of: report.review.reduce((most, { count }) => Math.max(most, count), 0),
    tone: 'look' as const,
    rows: rowList(each, view),
  }));
  const body = bars.length === 0 ? markup`<p>${say('review.none')}</p>` : barList(bars);
  return markup`
<section id="review"><h2>${say('review')} <span class="muted">${say('review.note')}</span></h2>${body}</section>`;
}

/** What can be said of training without a tokenizer. */
export function trainingSection(view: ReportView): Markup {
  const { report, say } = view;
  const { answerCharacters, characters, withoutAnswer } = report.training;
  const { format, rows } = report.file;
  const shares: Bar[] = [
    { name: say('training.answers'), count: answerCharacters, of: characters, tone: 'trained', rows: null },
    {
      name: say('training.rest'),
      count: characters - answerCharacters,
      of: characters,
      tone: 'plain',
      rows: null,
    },
  ];
  const lacking: Bar = {
    name: say('training.without-answer'),
    count: withoutAnswer.rows,
    of: rows,
    tone: 'look',
    rows: withoutAnswer.rows === 0 ? null : rowList(withoutAnswer, view),
  };
  const isSplit = format !== 'text' && format !== 'unknown';
  const id = format === 'sharegpt' ? 'messages' : format;
  return markup`
<section id="training"><h2>${say('training')}</h2><p>${say(`training.${id}`)}</p>${barList([...(isSplit ? shares : []), ...(format === 'unknown' ? [] : [lacking])])}</section>`;
}

/** The beginnings of the rows that the other parts lead to. */
export function rowsSection(view: ReportView): Markup | null {
  const { report, say } = view;
  if (report.excerpts.length === 0) return null;
  const rows = report.excerpts.map(({ row, parts, more }) => {
    const said = parts.map(
      ({ name, text }) =>
        markup`<div><dt dir="auto">${name}</dt><dd dir="auto">${text === '' ? markup`<span class="muted">${say('nothing')}</span>` : text}</dd></div>`,
    );
    const left = more > 0 ? markup`<p class="muted small">${say('more-parts', { count: more })}</p>` : null;
    return markup`
<article id="row-${String(row)}"><h3>${say('row', { row })}</h3>${parts.length === 0 ? null : markup`<dl>${said}</dl>`}${left}</article>`;
  });
  return markup`
<section id="rows"><h2>${say('rows')} <span class="muted">${say('rows.note')}</span></h2>${rows}</section>`;
}
