import type * as vscode from 'vscode';
import { hasTools } from '../../../core/dataset/row/has-tools.ts';
import type { TokenTotal } from '../../../core/protocol/report-contract.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { batchesOfLines, type NumberedLine } from '../../../node/dataset/batches-of-lines.ts';
import type { WorkerClient } from '../../../node/worker/worker-client.ts';
import type { TemplateChoice, TemplateChoices } from '../../template/template-choices.ts';
import { renderSettings } from '../../template/render-settings.ts';
import { readTemplateSource } from '../../template/template-source.ts';

/** Rows that are counted at once: between two batches others get their turn, and a cancelling is heard. */
const BATCH = 200;
const PATIENCE_MS = 60_000;

/** What counts tokens. */
export interface TokenCounter {
  readonly worker: WorkerClient;
  readonly choices: TemplateChoices;
}

/**
 * The tokens of all rows of a JSONL file as its template renders them; null where no template or no tokenizer is known, or nothing
 * could be counted, or the signal is aborted: nothing is guessed.
 */
export async function countFileTokens(
  uri: vscode.Uri,
  { worker, choices }: TokenCounter,
  signal: AbortSignal,
): Promise<TokenTotal | null> {
  const choice = await choices.of(uri);
  if (choice === null) return null;
  let tokens = 0;
  let counted = 0;
  let uncounted = 0;
  let template = '';
  try {
    for await (const batch of batchesOfLines(uri.fsPath, BATCH, signal)) {
      for (const [tools, rows] of Map.groupBy(batch, ({ text }) => hasTools(text))) {
        const found = await countWith(worker, choice, { tools, rows, signal });
        if (found === null) return null;
        template = found.template;
        for (const count of found.counts) {
          if (count === null) uncounted += 1;
          else counted += 1;
          tokens += count ?? 0;
        }
      }
    }
  } catch (error) {
    // A template or tokenizer that cannot be read, or takes for ever: the preview says why. A file that went away: the panel says so.
    if (error instanceof HumanError || signal.aborted || isOfFileSystem(error)) return null;
    throw error;
  }
  return counted === 0 ? null : { tokens, uncounted, template };
}

function isOfFileSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

interface Batch {
  readonly tools: boolean;
  readonly rows: readonly NumberedLine[];
  readonly signal: AbortSignal;
}

async function countWith(
  worker: WorkerClient,
  choice: TemplateChoice,
  { tools, rows, signal }: Batch,
): Promise<{ template: string; counts: readonly (number | null)[] } | null> {
  const source = await readTemplateSource(choice, tools);
  const { name, tokenizer } = source;
  if (tokenizer === null) return null;
  const request = { rows: [...rows], ...renderSettings(source), tokenizer };
  return { template: name, counts: await worker.countTokens(request, { timeoutMs: PATIENCE_MS, signal }) };
}
