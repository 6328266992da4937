import { formatMessage } from '../../../text/format-message.ts';
import type { RuleFindings } from '../dataset-report.ts';
import type { Block, ReportSection, RuleLine } from './report-section.ts';
import type { ReportView } from './report-view.ts';

/** Findings by rule: what the rule is about in one sentence, and the first findings with their rows. */
export function findingsSection(view: ReportView): ReportSection {
  const { report, say } = view;
  const { errors, warnings, infos, rules, unlisted } = report.findings;
  const blocks: Block[] =
    rules.length === 0
      ? [{ kind: 'sentence', text: say('findings.none') }]
      : [{ kind: 'rules', rules: rules.map((each) => ruleLine(each, view)) }];
  if (unlisted !== undefined)
    blocks.unshift({ kind: 'sentence', text: say('findings.unlisted', { unlisted }) });
  const note = say('findings.sum', { errors, warnings, infos });
  return { id: 'findings', title: say('findings'), note, blocks };
}

function ruleLine({ rule, severity, count, rows, first }: RuleFindings, view: ReportView): RuleLine {
  const { say, language, most } = view;
  const about = (Object.hasOwn(view.rules, rule) ? view.rules[rule] : undefined)?.[language] ?? '';
  const shown = first
    .slice(0, most)
    .map(({ row, message }) => ({ row, text: formatMessage(message, language) }));
  return {
    rule,
    severity,
    says: say(`severity.${severity}`),
    count,
    inRows: say('in-rows', { rows }),
    sentence: firstSentence(about),
    about,
    first: shown,
    more: count > shown.length ? say('first-findings', { count }) : null,
  };
}

/** The first sentence of a rule's documentation. */
export function firstSentence(text: string): string {
  return /^.+?[.](?=\s|$)/su.exec(text)?.[0] ?? text;
}
