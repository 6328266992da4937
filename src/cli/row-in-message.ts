import type { ReportedFinding } from '../core/dataset/findings/lint-report.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language } from '../core/text/message.ts';

/** A finding whose message begins with its row where the file has no lines to point at: CSV and Parquet. */
export function rowInMessage(found: ReportedFinding, language: Language): ReportedFinding {
  const { line, row, message } = found;
  if (line !== undefined || row === 0) return found;
  const args = { row: String(row), message };
  return { ...found, message: formatMessage({ id: 'dataset.lint.in-row', args }, language) };
}
