import { stringifyNonFiniteJson } from '../core/run/non-finite-json.ts';
import type { RunEvent } from '../core/run/run-event.ts';
import type { RunList, RunSummary } from '../core/run/run-summary.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language } from '../core/text/message.ts';
import { unreachable } from '../core/text/unreachable.ts';
import type { RunStatus } from '../node/run/run-reader.ts';

const shownMetrics = ['loss', 'eval_loss', 'learning_rate', 'grad_norm', 'mean_token_accuracy'];

/** `{version: 1, runs: […]}` as `runs --format json` prints it (schemas/runs.schema.json). */
export function runsDocument(runs: readonly RunSummary[]): string {
  const list: RunList = { version: 1, runs: [...runs] };
  return `${stringifyNonFiniteJson(list, 2)}\n`;
}

/** One line per run: id, state, steps, losses. */
export function runTable(runs: readonly RunSummary[]): string {
  const rows = runs.map((run) => [run.id, run.state, steps(run), number(run.loss), number(run.evalLoss)]);
  const table = [['id', 'state', 'step', 'loss', 'eval loss'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** All that is worth knowing about one run, with its end in a sentence. */
export function runDescription({ record, summary, outcome }: RunStatus, language: Language): string {
  const lines: [string, string][] = [
    ['run', summary.id],
    ['state', summary.state],
    ['step', steps(summary)],
    ['loss', number(summary.loss)],
    ['eval loss', number(summary.evalLoss)],
    ['recipe', record.recipe],
    ['output', summary.outputDir],
    ['python', record.python ?? '-'],
    [
      'versions',
      Object.entries(record.versions)
        .map((pair) => pair.join(' '))
        .join(', '),
    ],
    ['created', summary.createdAt],
    ['ended', summary.endedAt ?? '-'],
  ];
  const text = lines.map(([name, value]) => `${name.padEnd(9)}  ${value}\n`).join('');
  return outcome === null ? text : `${text}${formatMessage(outcome, language)}\n`;
}

/** What a follower prints for an event; null where it says nothing. */
export function eventLine(event: RunEvent, maxSteps: number | null): string | null {
  switch (event.type) {
    case 'log':
    case 'eval':
      return `step ${event.step}${maxSteps === null ? '' : `/${maxSteps}`}  ${metricList(event.metrics)}`;
    case 'phase':
      return event.done === undefined || event.done === 0 ? event.name : null;
    case 'checkpoint':
      return `checkpoint ${event.path}`;
    case 'warning':
      return `warning: ${event.message}`;
    case 'started':
    case 'rows':
    case 'resources':
    case 'ended':
      return null;
    default:
      return unreachable(event);
  }
}

function metricList(metrics: Readonly<Record<string, number>>): string {
  const shown = shownMetrics.filter((name) => name in metrics);
  const names = shown.length > 0 ? shown : Object.keys(metrics);
  return names.map((name) => `${name} ${number(metrics[name] ?? null)}`).join('  ');
}

function steps({ step, maxSteps }: RunSummary): string {
  if (step === null) return '-';
  return maxSteps === null ? String(step) : `${step}/${maxSteps}`;
}

/** Four digits that count, as TRL prints numbers; the exact ones are in JSON. */
function number(value: number | null): string {
  return value === null ? '-' : String(Number.isFinite(value) ? Number(value.toPrecision(4)) : value);
}
