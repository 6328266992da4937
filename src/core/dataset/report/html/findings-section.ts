import { ruleById } from '../../rule-set.ts';
import { formatMessage } from '../../../text/format-message.ts';
import type { RuleFindings } from '../dataset-report.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportView } from './report-view.ts';
import { rowLink } from './row-list.ts';

/** Findings by rule: what the rule is about in one sentence, and the first findings with their rows. */
export function findingsSection(view: ReportView): Markup {
  const { report, say } = view;
  const { errors, warnings, infos, rules } = report.findings;
  const body =
    rules.length === 0
      ? markup`<p>${say('findings.none')}</p>`
      : markup`<div class="findings">${rules.map((each) => ruleOf(each, view))}</div>`;
  return markup`
<section id="findings"><h2>${say('findings')} <span class="muted">${say('findings.sum', { errors, warnings, infos })}</span></h2>${body}</section>`;
}

function ruleOf({ rule, severity, count, rows, first }: RuleFindings, view: ReportView): Markup {
  const { say, language } = view;
  const about = ruleById(rule)?.documentation.text[language] ?? '';
  const items = first.map(
    ({ row, message }) =>
      markup`
<li>${row === 0 ? null : rowLink(row, view)} <span dir="auto">${formatMessage(message, language)}</span></li>`,
  );
  const left = count > first.length ? say('first-findings', { count }) : null;
  return markup`
<details class="rule"><summary><span class="severity ${severity}">${say(`severity.${severity}`)}</span><span class="count">${count}</span><span class="about"><code>${rule}</code> ${firstSentence(about)}</span><span class="in-rows muted">${say('in-rows', { rows })}</span></summary><div class="behind"><p>${about}</p><ul class="rows">${items}</ul>${left === null ? null : markup`<p class="muted small">${left}</p>`}</div></details>`;
}

/** The first sentence of a rule's documentation. */
export function firstSentence(text: string): string {
  return /^.+?[.](?=\s|$)/su.exec(text)?.[0] ?? text;
}
