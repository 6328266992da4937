import type { Severity } from '../core/dataset/findings/finding.ts';
import type { ReportedFinding } from '../core/dataset/findings/lint-report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A workflow command that GitHub shows as an annotation (docs.github.com, "Workflow commands for GitHub Actions"). */
export function githubAnnotation(path: string, found: ReportedFinding): string {
  const { line, column, endLine, endColumn, severity, rule, message } = found;
  const place = {
    file: path,
    line,
    endLine,
    // GitHub refuses columns of an annotation that goes over several lines.
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: rule,
  };
  const properties = Object.entries(place)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
}

/** A notice about a file as a whole. */
export function githubNotice(path: string, text: string): string {
  return `::notice file=${escapeProperty(path)}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
