import { sumOf } from '../core/dataset/findings/finding-counts.ts';
import type { LintedFile, Severity } from '../core/dataset/findings/finding.ts';
import {
  asReportedFile,
  asReportedFinding,
  type LintReport,
  type ReportedFinding,
} from '../core/dataset/findings/lint-report.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language } from '../core/text/message.ts';
import type { CommandContext } from './command.ts';
import { escapeControlCharacters } from './escape-control-characters.ts';
import { githubAnnotation, githubNotice } from './lint-github.ts';
import type { LintTotals } from './lint-totals.ts';
import { printInBlocks } from './print-in-blocks.ts';
import { rowInMessage } from './row-in-message.ts';
import { sarifHead, sarifResult, sarifTail } from './lint-sarif.ts';

/** Prints files as they are linted, so that no more than one is held. */
export interface LintPrinter {
  begin(): Promise<void>;
  file(linted: LintedFile): Promise<void>;
  end(totals: LintTotals): Promise<void>;
}

/** The printer of a `--format`. */
export function lintPrinter(format: string, context: CommandContext): LintPrinter {
  switch (format) {
    case 'json':
      return jsonPrinter(context);
    case 'jsonl':
      return jsonlPrinter(context);
    case 'sarif':
      return sarifPrinter(context);
    case 'github':
      return githubPrinter(context);
    default:
      return prettyPrinter(context);
  }
}

function prettyPrinter(context: CommandContext): LintPrinter {
  const { out, language, terminal } = context;
  return {
    begin: nothing,
    async file(linted) {
      const line = (found: ReportedFinding) =>
        prettyLine(linted.path, rowInMessage(found, language), terminal.color);
      await printFindings(out, linted, line, language);
    },
    async end({ files, rows, error, warning, info, ignored, unlisted }) {
      const args = { files, rows, errors: error, warnings: warning, infos: info };
      const sentences = [
        { id: 'dataset.lint.total', args },
        ...(unlisted === 0 ? [] : [{ id: 'dataset.lint.unlisted', args: { unlisted } }]),
        ...(ignored === 0 ? [] : [{ id: 'dataset.lint.ignored', args: { ignored } }]),
      ];
      await out(`${sentences.map((each) => formatMessage(each, language)).join(' ')}\n`);
    },
  };
}

const COLORS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

/** The problem matchers of package.json read it: `$tuning-fork` where there is a line, else `$tuning-fork-rows`. */
function prettyLine(path: string, found: ReportedFinding, color: boolean): string {
  const { line, column, severity, message, rule } = found;
  const place = line === undefined ? '' : `${line}:${column ?? 1}`;
  const word = color ? `\u001b[${COLORS[severity]}m${severity}\u001b[0m` : severity;
  return `${escapeControlCharacters(path)}:${place} ${word} ${escapeControlCharacters(message)} (${rule})\n`;
}

/** The one document, with a line for each finding. */
function jsonPrinter(context: CommandContext): LintPrinter {
  const { out, jsonLanguage } = context;
  let separator = '\n';
  return {
    begin: () => out('{"version":1,"files":['),
    async file(linted) {
      const { findings: _findings, counts, unlisted, unlistedIgnored, ...head } = reportHead(linted, context);
      await out(`${separator}${JSON.stringify(head).slice(0, -1)},"findings":[`);
      let between = '\n';
      await printFindings(
        out,
        linted,
        (found) => {
          const text = `${between}${JSON.stringify(found)}`;
          between = ',\n';
          return text;
        },
        jsonLanguage,
      );
      await out(`],${JSON.stringify({ counts, unlisted, unlistedIgnored }).slice(1, -1)}`);
      await printIgnored(out, linted);
      await out('}');
      separator = ',\n';
    },
    end: () => out(']}\n'),
  };
}

function jsonlPrinter(context: CommandContext): LintPrinter {
  const { out, jsonLanguage } = context;
  return {
    begin: nothing,
    async file(linted) {
      const { path } = linted;
      const line = (found: ReportedFinding) => `${JSON.stringify({ version: 1, path, ...found })}\n`;
      await printFindings(out, linted, line, jsonLanguage);
      const { findings: _findings, ...totals } = reportHead(linted, context);
      await out(JSON.stringify({ version: 1, ...totals }).slice(0, -1));
      await printIgnored(out, linted);
      await out('}\n');
    },
    end: nothing,
  };
}

/** What is said of a file without what may be too long for one text. */
function reportHead(linted: LintedFile, { jsonLanguage }: CommandContext): LintReport['files'][number] {
  const { ignored: _ignored, ...rest } = linted;
  return asReportedFile({ ...rest, findings: [] }, jsonLanguage);
}

/** The last property of a file. */
async function printIgnored(out: CommandContext['out'], { ignored }: LintedFile): Promise<void> {
  if (ignored === undefined) return;
  let before = ',"ignored":[';
  const text = ({ rule, row, reason }: (typeof ignored)[number]): string => {
    const one = `${before}${JSON.stringify({ rule, row, reason })}`;
    before = ',';
    return one;
  };
  await printInBlocks(ignored, text, { out });
  await out(']');
}

function sarifPrinter({ out, jsonLanguage }: CommandContext): LintPrinter {
  let separator = '\n';
  const unlisted: UnlistedIn[] = [];
  return {
    begin: () => out(sarifHead(jsonLanguage)),
    file(linted) {
      const result = (found: ReportedFinding) => {
        const placed = rowInMessage(found, jsonLanguage);
        const text = `${separator}${JSON.stringify(sarifResult(linted, placed, jsonLanguage))}`;
        separator = ',\n';
        return text;
      };
      unlisted.push(...unlistedIn(linted));
      return printFindings(out, linted, result, jsonLanguage);
    },
    end: () => out(sarifTail(unlisted.map((each) => unlistedSentence(each, jsonLanguage)))),
  };
}

function githubPrinter({ out, language }: CommandContext): LintPrinter {
  return {
    begin: nothing,
    async file(linted) {
      const { path } = linted;
      const annotation = (found: ReportedFinding) => githubAnnotation(path, rowInMessage(found, language));
      await printFindings(out, linted, annotation, language);
      for (const each of unlistedIn(linted)) await out(githubNotice(path, unlistedSentence(each, language)));
    },
    end: nothing,
  };
}

interface UnlistedIn {
  readonly path: string;
  readonly unlisted: number;
}

/** Of a file that has findings which are not listed. */
function unlistedIn({ path, unlisted }: LintedFile): UnlistedIn[] {
  return unlisted === undefined ? [] : [{ path, unlisted: sumOf(unlisted) }];
}

function unlistedSentence({ path, unlisted }: UnlistedIn, language: Language): string {
  return formatMessage({ id: 'dataset.lint.unlisted-in', args: { path, unlisted } }, language);
}

async function nothing(): Promise<void> {}

/** Writes a text for each finding. */
function printFindings(
  out: CommandContext['out'],
  { findings }: LintedFile,
  text: (found: ReportedFinding) => string,
  language: CommandContext['language'],
): Promise<void> {
  return printInBlocks(findings, (found) => text(asReportedFinding(found, language)), { out });
}
