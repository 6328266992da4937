import { reportFacts, reportSubtitle, type ReportFact } from '../layout/report-facts.ts';
import { reportSections } from '../layout/report-sections.ts';
import type { ReportView } from '../layout/report-view.ts';
import { markup, type Markup } from './markup.ts';
import { sectionMarkup } from './section-markup.ts';

/** The report as the content of a page. */
export function reportBody(view: ReportView): Markup {
  const { say } = view;
  const sections = reportSections(view);
  const rows = rowsSection(view);
  const links = sections.map(({ id, title }) => contentsLink(id, title));
  if (rows !== null) links.push(contentsLink('rows', say('rows')));
  return markup`${reportHeader(view)}
<nav aria-label="${say('contents')}"><ul>${links}</ul></nav>
<main>${sections.map((section) => sectionMarkup(section, view))}${rows}
</main>
<footer class="muted small">${say('made', { sha256: view.report.file.sha256 })}</footer>`;
}

function contentsLink(id: string, title: string): Markup {
  return markup`
<li><a href="#${id}">${title}</a></li>`;
}

function reportHeader(view: ReportView): Markup {
  const title = view.say('title', { file: view.report.file.path });
  const facts = reportFacts(view).map(factMarkup);
  return markup`<header><h1>${title}</h1><p class="muted">${reportSubtitle(view)}</p><dl class="facts">${facts}</dl></header>`;
}

function factMarkup({ name, value, beside }: ReportFact): Markup {
  const small = beside === null ? null : markup` <span class="muted small">${beside}</span>`;
  return markup`<div><dt>${name}</dt><dd>${value}${small}</dd></div>`;
}

/** The beginnings of the rows that the other parts lead to. */
function rowsSection({ report, say }: ReportView): Markup | null {
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
