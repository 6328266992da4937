import type { RunProgress, RunWarning } from '../../core/run/run-progress.ts';
import type { Say } from '../kit/words.ts';
import { formatMetric } from '../kit/format-metric.ts';

/** Something about a run that is worth a look; `step` null before the first one. */
export interface RunNotice {
  readonly kind: 'warning' | 'note';
  readonly step: number | null;
  readonly sentence: string;
}

/** What the runner warned of, and what the curve itself says. */
export function runNotices(progress: RunProgress, say: Say): RunNotice[] {
  const rise = evalLossRise(progress);
  const warnings = progress.warnings.map((warning) => ({
    kind: 'warning' as const,
    step: warningStep(warning),
    sentence: warningSentence(warning, say),
  }));
  if (rise === null) return warnings;
  const words = { step: rise.step, best: formatMetric(rise.best), last: formatMetric(rise.last) };
  return [
    ...warnings,
    { kind: 'note', step: rise.step, sentence: say('screen.notices.eval-loss-rises', words) },
  ];
}

/**
 * Where the evaluation loss was lowest, if it has risen by 2 % or more since: the model begins to learn its rows by
 * heart. Null while it falls, or before the second evaluation.
 */
export function evalLossRise(progress: RunProgress): { step: number; best: number; last: number } | null {
  const series = progress.evals.get('eval_loss');
  const last = series?.at(-1);
  if (series === undefined || last === undefined) return null;
  const values = series.column('value');
  let lowest = 0;
  for (let i = 1; i < series.length; i++) {
    if ((values[i] ?? NaN) < (values[lowest] ?? NaN)) lowest = i;
  }
  const best = series.at(lowest);
  if (best === undefined || !(last.value >= best.value * 1.02)) return null;
  return { step: best.step, best: best.value, last: last.value };
}

/** A loss that is no number names its own step; other warnings belong to the last step before them. */
export function warningStep(warning: RunWarning): number | null {
  if (warning.code !== 'nan-loss') return warning.step;
  const step = /\bstep (\d+)/.exec(warning.message)?.[1];
  return step === undefined ? warning.step : Number(step);
}

/**
 * The sentence of a warning, by its code; names in it are taken from the runner's own sentence (row_losses.py,
 * launch_training.py, leader.py), which is shown as it is where the code is not known or the names are missing.
 */
function warningSentence(warning: RunWarning, say: Say): string {
  const { code, message } = warning;
  const afterColon = /: (.+?)\.?$/s.exec(message)?.[1];
  switch (code) {
    case 'rows-unknown':
    case 'rows-partial':
    case 'hung-teardown':
      return say(`screen.warning.${code}`);
    case 'nan-loss': {
      const step = warningStep(warning);
      return step === null ? message : say('screen.warning.nan-loss', { step });
    }
    case 'unknown-key':
      return afterColon === undefined
        ? message
        : say('screen.warning.unknown-key', { keys: afterColon.replaceAll('`', '') });
    case 'leftover-processes':
      return afterColon === undefined
        ? message
        : say('screen.warning.leftover-processes', { names: afterColon });
    case 'failed-after-saving':
      return afterColon === undefined
        ? message
        : say('screen.warning.failed-after-saving', { reason: afterColon });
    default:
      return message;
  }
}
