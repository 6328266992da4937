import type { Language } from '../../../text/message.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { FIRST_ROWS } from '../../comparing/group-tally.ts';
import { viewOf, type RuleTexts } from '../layout/report-view.ts';
import { Markup, markup } from './markup.ts';
import { reportBody } from './report-body.ts';
import { reportColors } from './report-colors.ts';
import { reportStyle } from './report-style.ts';

/** The style sheet of the page; its digest goes into the page's policy. */
export const pageStyle = `${reportColors}${reportStyle}`;

/**
 * The report as one file that works without scripts and asks for nothing else.
 * @param rules the documentation of the rules that have findings
 * @param styleDigest SHA-256 of `pageStyle` in UTF-8, base64
 */
export function reportPage(
  report: DatasetReport,
  rules: RuleTexts,
  language: Language,
  styleDigest: string,
): string {
  const view = viewOf(report, rules, language, FIRST_ROWS);
  const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Tuning Fork">
<title>${view.say('title', { file: report.file.path })}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
${reportBody(view)}
</body>
</html>
`.html;
}
