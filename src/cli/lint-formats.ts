import type { LintedFile, Severity } from '../core/dataset/finding.ts';
import { reportFile, reportFinding, type ReportedFinding } from '../core/dataset/lint-report.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { CommandContext } from './command.ts';
import { githubAnnotation } from './lint-github.ts';
import type { LintTotals } from './lint-totals.ts';
import { sarifHead, sarifResult, SARIF_TAIL } from './lint-sarif.ts';

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
      await inBlocks(out, linted, (found) => prettyLine(linted.path, found, terminal.color), language);
    },
    async end({ files, rows, error, warning, info, ignored }) {
      const args = { files, rows, errors: error, warnings: warning, infos: info };
      const total = formatMessage({ id: 'dataset.lint.total', args }, language);
      const known = formatMessage({ id: 'dataset.lint.ignored', args: { ignored } }, language);
      await out(`${ignored === 0 ? total : `${total} ${known}`}\n`);
    },
  };
}

const COLORS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

function prettyLine(path: string, found: ReportedFinding, color: boolean): string {
  const { line, column, row, severity, message, rule } = found;
  const place = line === undefined ? `${row}` : `${line}:${column ?? 1}`;
  const word = color ? `\u001b[${COLORS[severity]}m${severity}\u001b[0m` : severity;
  return `${path}:${place} ${word} ${message} (${rule})\n`;
}

/** The one document, with a line for each finding. */
function jsonPrinter({ out, jsonLanguage }: CommandContext): LintPrinter {
  let separator = '\n';
  return {
    begin: () => out('{"version":1,"files":['),
    async file(linted) {
      const {
        findings: _findings,
        counts,
        ignored,
        ...head
      } = reportFile({ ...linted, findings: [] }, jsonLanguage);
      await out(`${separator}${JSON.stringify(head).slice(0, -1)},"findings":[`);
      let between = '\n';
      await inBlocks(
        out,
        linted,
        (found) => {
          const text = `${between}${JSON.stringify(found)}`;
          between = ',\n';
          return text;
        },
        jsonLanguage,
      );
      const known = ignored === undefined ? '' : `,"ignored":${JSON.stringify(ignored)}`;
      await out(`],"counts":${JSON.stringify(counts)}${known}}`);
      separator = ',\n';
    },
    end: () => out(']}\n'),
  };
}

function jsonlPrinter({ out, jsonLanguage }: CommandContext): LintPrinter {
  return {
    begin: nothing,
    async file(linted) {
      const { path } = linted;
      const line = (found: ReportedFinding) => `${JSON.stringify({ version: 1, path, ...found })}\n`;
      await inBlocks(out, linted, line, jsonLanguage);
      const { findings: _findings, ...totals } = reportFile({ ...linted, findings: [] }, jsonLanguage);
      await out(`${JSON.stringify({ version: 1, ...totals })}\n`);
    },
    end: nothing,
  };
}

function sarifPrinter({ out, jsonLanguage }: CommandContext): LintPrinter {
  let separator = '\n';
  return {
    begin: () => out(sarifHead(jsonLanguage)),
    file(linted) {
      const result = (found: ReportedFinding) => {
        const text = `${separator}${JSON.stringify(sarifResult(linted.path, found))}`;
        separator = ',\n';
        return text;
      };
      return inBlocks(out, linted, result, jsonLanguage);
    },
    end: () => out(SARIF_TAIL),
  };
}

function githubPrinter({ out, language }: CommandContext): LintPrinter {
  return {
    begin: nothing,
    file: (linted) => inBlocks(out, linted, (found) => githubAnnotation(linted.path, found), language),
    end: nothing,
  };
}

async function nothing(): Promise<void> {}

/** Writes a text for each finding, some thousands at once. */
async function inBlocks(
  out: CommandContext['out'],
  { findings }: LintedFile,
  text: (found: ReportedFinding) => string,
  language: CommandContext['language'],
): Promise<void> {
  for (let at = 0; at < findings.length; at += 2000) {
    const block = findings.slice(at, at + 2000).map((found) => text(reportFinding(found, language)));
    await out(block.join(''));
  }
}
