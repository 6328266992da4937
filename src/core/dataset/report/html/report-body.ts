import { formatBytes } from '../../../text/format-bytes.ts';
import { lengthsSection, scriptsSection, turnsSection } from './counts-sections.ts';
import { findingsSection } from './findings-section.ts';
import { ignoredSection } from './ignored-section.ts';
import { markup, type Markup } from './markup.ts';
import { percentOf, type ReportView } from './report-view.ts';
import { duplicatesSection, reviewSection, rowsSection, trainingSection } from './review-sections.ts';

/** The report as the content of a page or of a panel. */
export function reportBody(view: ReportView): Markup {
  const parts = [
    ['findings', findingsSection(view)],
    ['lengths', lengthsSection(view)],
    ['turns', turnsSection(view)],
    ['scripts', scriptsSection(view)],
    ['duplicates', duplicatesSection(view)],
    ['review', reviewSection(view)],
    ['ignored', ignoredSection(view)],
    ['training', trainingSection(view)],
    ['rows', rowsSection(view)],
  ] as const;
  const { say } = view;
  const links = parts.flatMap(([id, part]) =>
    part === null
      ? []
      : [
          markup`
<li><a href="#${id}">${say(id)}</a></li>`,
        ],
  );
  return markup`${reportHeader(view)}
<nav aria-label="${say('contents')}"><ul>${links}</ul></nav>
<main>${parts.flatMap(([, part]) => part ?? [])}
</main>
<footer class="muted small">${say('made', { sha256: view.report.file.sha256 })}</footer>`;
}

function reportHeader({ report, say }: ReportView): Markup {
  const { file, findings, duplicates, training } = report;
  const copies = duplicates.exact.rows - duplicates.exact.groups;
  const { answerCharacters, characters } = training;
  const answers = report.lengths.find(({ of }) => of === 'answers')?.count ?? 0;
  const answerShare = say('of-characters', { percent: percentOf(answerCharacters, characters) });
  const facts = [
    fact(say('fact.rows'), file.rows, null),
    fact(say('fact.errors'), findings.errors, null),
    fact(say('fact.warnings'), findings.warnings, null),
    fact(
      say('fact.copies'),
      copies,
      copies === 0 ? null : say('of-rows', { percent: percentOf(copies, file.rows) }),
    ),
    ...(answers === 0 ? [] : [fact(say('fact.answers'), answers, answerShare)]),
  ];
  const format = file.format === 'unknown' ? { id: 'dataset.format.unknown' } : file.format;
  const subtitle = say('subtitle', { format, rows: file.rows, size: formatBytes(file.bytes) });
  return markup`<header><h1>${say('title', { file: file.path })}</h1><p class="muted">${subtitle}</p><dl class="facts">${facts}</dl></header>`;
}

function fact(name: string, value: number, beside: string | null): Markup {
  const small = beside === null ? null : markup` <span class="muted small">${beside}</span>`;
  return markup`<div><dt>${name}</dt><dd>${value}${small}</dd></div>`;
}
