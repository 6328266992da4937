import type { LintedFile, Severity } from '../core/dataset/findings/finding.ts';
import type { ReportedFinding } from '../core/dataset/findings/lint-report.ts';
import { ruleTable } from '../core/dataset/rules/rule-table.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language } from '../core/text/message.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The beginning of a SARIF 2.1.0 log up to its results. */
export function sarifHead(language: Language): string {
  const rules = ruleTable.map(({ id, defaultSeverity, documentation }) => ({
    id,
    fullDescription: { text: documentation.text[language] },
    defaultConfiguration: { level: LEVELS[defaultSeverity] },
  }));
  const driver = { name: 'tuning-fork', rules };
  const head = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits' };
  return `${JSON.stringify(head).slice(0, -1)},"runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
}

/** The end of the log. @param notes what is to be said of the run as a whole */
export function sarifTail(notes: readonly string[]): string {
  const notifications = notes.map((text) => ({ level: 'warning', message: { text } }));
  const invocation = { executionSuccessful: true, toolExecutionNotifications: notifications };
  const said = notes.length === 0 ? '' : `,"invocations":[${JSON.stringify(invocation)}]`;
  return `]${said}}]}\n`;
}

/** GitHub's code scanning keeps so many related locations of a result; `properties` name all rows. */
const MOST_LOCATIONS = 100;

/** @param file that the finding is of: where its rows are lines, related ones have locations */
export function sarifResult(
  { path, rowsAreElements }: Pick<LintedFile, 'path' | 'rowsAreElements'>,
  found: ReportedFinding,
  language: Language,
): Record<string, unknown> {
  const { rule, severity, message, line, column, endLine, endColumn, start, end } = found;
  const byte = start === undefined || end === undefined ? {} : { byteOffset: start, byteLength: end - start };
  const region =
    line === undefined ? {} : { startLine: line, startColumn: column, endLine, endColumn, ...byte };
  const related = found.related ?? [];
  const here = related.filter((each) => each.path === undefined).map(({ row }) => row);
  const located = line !== undefined && rowsAreElements !== true ? here.slice(0, MOST_LOCATIONS) : [];
  const relatedLocations = located.map((row) => ({
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: row } },
    message: { text: formatMessage({ id: 'dataset.related-row', args: { row } }, language) },
  }));
  const elsewhere = related.filter((each) => each.path !== undefined);
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          ...(line === undefined ? {} : { region }),
        },
      },
    ],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    properties: {
      row: found.row,
      ...(here.length === 0 ? {} : { relatedRows: here }),
      ...(elsewhere.length === 0 ? {} : { relatedElsewhere: elsewhere }),
    },
  };
}

/** Relative as the path is; `#` and `?` are letters of a file name too. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
