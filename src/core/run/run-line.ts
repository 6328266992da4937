import { formatMessage } from '../text/format-message.ts';
import { formatNumber, type Language } from '../text/message.ts';
import { unreachable } from '../text/unreachable.ts';
import type { RunSummary } from './run-summary.ts';

/** How a run stands, in a few words: what stands behind its name in a list. */
export function runLine(summary: RunSummary, language: Language): string {
  switch (summary.state) {
    case 'running':
      return runningLine(summary, language);
    case 'completed':
      return completedLine(summary, language);
    case 'failed':
    case 'stopped':
    case 'lost':
      return endedLine(summary.state, summary.step, language);
    default:
      return unreachable(summary.state);
  }
}

function endedLine(state: 'failed' | 'stopped' | 'lost', step: number | null, language: Language): string {
  if (step === null) return formatMessage({ id: `runs.line.${state}` }, language);
  return formatMessage({ id: `runs.line.${state}-at`, args: { step } }, language);
}

function runningLine(summary: RunSummary, language: Language): string {
  if (summary.step === null) return formatMessage({ id: 'runs.line.starting' }, language);
  const steps =
    summary.maxSteps === null ? formatNumber(summary.step) : `${summary.step}/${summary.maxSteps}`;
  if (summary.loss === null) return formatMessage({ id: 'runs.line.running', args: { steps } }, language);
  const args = { steps, loss: shortLoss(summary.loss) };
  return formatMessage({ id: 'runs.line.running-loss', args }, language);
}

function completedLine(summary: RunSummary, language: Language): string {
  if (summary.evalLoss !== null) {
    return formatMessage(
      { id: 'runs.line.eval-loss', args: { loss: shortLoss(summary.evalLoss) } },
      language,
    );
  }
  if (summary.loss !== null) {
    return formatMessage({ id: 'runs.line.loss', args: { loss: shortLoss(summary.loss) } }, language);
  }
  return formatMessage({ id: 'runs.line.completed' }, language);
}

/** Three significant digits, as a list has room for. */
function shortLoss(loss: number): string {
  return Number.isFinite(loss) ? String(Number(loss.toPrecision(3))) : String(loss);
}
