import { bySeverity } from '../../core/dataset/findings/severity-order.ts';
import { severityByRule } from '../../core/dataset/findings/finding-counts.ts';
import type { Finding, LintedFile } from '../../core/dataset/findings/finding.ts';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { FoundInFile, RowFinding } from '../../core/protocol/conversations-contract.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import type { DatasetDocuments } from '../dataset/dataset-documents.ts';
import { lintSettings } from '../dataset/lint-settings.ts';
import type { WorkspaceDatasets } from '../dataset/workspace-datasets.ts';
import { debounce } from '../kit/debounce.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { ShownFile } from './shown-file.ts';

/** Findings of one row that are sent at once. */
const MOST_OF_ROW = 20;
const QUIET_MS = 400;

/** Who knows what the rules have found in files. */
export interface FindingSources {
  readonly worker: WorkerClient;
  readonly documents: DatasetDocuments;
  readonly datasets: WorkspaceDatasets;
}

/** What the rules have found in the file of one screen, by row. */
export class FileFindings implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #file: ShownFile;
  readonly #sources: FindingSources;
  readonly #onError: (error: unknown) => void;
  #linted: LintedFile | null = null;
  #found: FoundInFile | null = null;
  #byRow = new Map<number, Finding[]>();
  #rows: readonly number[] = [];

  constructor(file: ShownFile, sources: FindingSources, onError: (error: unknown) => void) {
    this.#file = file;
    this.#sources = sources;
    this.#onError = onError;
    const again = this.#store.add(debounce(QUIET_MS, () => this.#look()));
    this.#store.add(file.onDidChange(() => again.schedule()));
    this.#store.add(
      sources.datasets.onDidChange((uri) => {
        if (uri !== undefined && uri.toString() !== file.uri.toString()) return;
        if (sources.documents.get(file.uri) === undefined) again.schedule();
        else this.#look();
      }),
    );
    this.#look();
  }

  /** What was found in the file; null as long as that is not known. */
  get found(): FoundInFile | null {
    return this.#found;
  }

  /** The findings of a row, the worst first. */
  of(row: number): { findings: RowFinding[]; moreFindings: number } {
    const found = (this.#byRow.get(row) ?? []).toSorted((a, b) => bySeverity(a.severity, b.severity));
    const language = displayLanguage();
    const findings = found.slice(0, MOST_OF_ROW).map(({ rule, severity, pointer, message, related }) => ({
      rule,
      severity,
      pointer: pointer ?? null,
      sentence: formatMessage(message, language),
      related: (related ?? []).map((each) => each.row),
    }));
    return { findings, moreFindings: found.length - findings.length };
  }

  /** Numbers of the rows in which a rule found something, ascending. */
  rowsOf(rule: string): number[] {
    const found = this.#linted?.findings.filter((each) => each.rule === rule) ?? [];
    return [...new Set(found.map(({ row }) => row))].sort((a, b) => a - b);
  }

  /** Numbers of the rows with findings beyond a row, the next first. */
  *beyond(row: number, by: 1 | -1): Generator<number> {
    const rows = this.#rows;
    if (by === 1) for (const each of rows) if (each > row) yield each;
    if (by === -1) for (let n = rows.length - 1; n >= 0; n--) if ((rows[n] ?? 0) < row) yield rows[n] ?? 0;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #look(): void {
    void this.#lint()
      .then((linted) => linted !== null && this.#take(linted))
      .catch(this.#onError);
  }

  async #lint(): Promise<LintedFile | null> {
    const { source, uri } = this.#file;
    const open = this.#sources.documents.get(uri);
    if (open !== undefined) return open.linted;
    if (this.#sources.documents.isPending(uri)) return null;
    if (source.kind === 'disk') return this.#sources.datasets.lint(uri);
    const text = { kind: 'text', path: uri.fsPath, text: source.document.getText() } as const;
    const { version } = source.document;
    const linted = await this.#sources.worker.lint({ source: text, ...lintSettings(uri) });
    return source.document.version === version ? linted : null;
  }

  #take(linted: LintedFile): void {
    if (this.#store.disposed || linted === this.#linted) return;
    this.#linted = linted;
    this.#found = foundIn(linted);
    this.#byRow = Map.groupBy(linted.findings, ({ row }) => row);
    this.#rows = [...this.#byRow.keys()].filter((row) => row > 0).sort((a, b) => a - b);
    this.#changed.fire();
  }
}

/** The gravest rules first. */
function foundIn(linted: LintedFile): FoundInFile {
  const severities = severityByRule(linted);
  const rules = Object.entries(linted.counts).map(([rule, count]) => {
    return { rule, severity: severities.get(rule) ?? ('info' as const), findings: count };
  });
  rules.sort((a, b) => bySeverity(a.severity, b.severity) || b.findings - a.findings);
  return { format: linted.format, findings: rules.reduce((sum, each) => sum + each.findings, 0), rules };
}
