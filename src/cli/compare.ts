import path from 'node:path';
import {
  applyCompareEvent,
  startedComparison,
  type ComparisonState,
} from '../core/compare/comparison-state.ts';
import type { CompareEvent } from '../core/compare/compare-event.ts';
import type { CompareRequest } from '../core/compare/compare-request.ts';
import type { Comparison } from '../core/compare/comparison.ts';
import { stringifyNonFiniteJson } from '../core/run/non-finite-json.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Message } from '../core/text/message.ts';
import { unreachable } from '../core/text/unreachable.ts';
import {
  startComparing,
  type CompareOutcome,
  type ComparingProcess,
} from '../node/compare/comparing-process.ts';
import { comparisonFiles, readComparison } from '../node/compare/read-comparison.ts';
import type { Command, CommandArguments, CommandContext, ExitCode } from './command.ts';
import { comparisonLines } from './compare-lines.ts';
import { compareRequest } from './compare-request.ts';
import { commandInterpreter } from './named-interpreter.ts';
import { ProgressBar } from './progress-bar.ts';

/** `tuning-fork compare`: a model before and after training, on held-out rows and on prompts of the user's own. */
export const compareCommand: Command = {
  name: 'compare',
  summary: 'a model before and after training: held-out loss and answers',
  help: `Usage: tuning-fork compare --after RUN [options]
       tuning-fork compare --before MODEL --after MODEL --out DIR [--data FILE] [--prompts FILE] [options]

Measures the loss of held-out rows before and after training, over the same trained tokens, and has both models answer the same
prompts with the same template, without sampling. Nothing is downloaded. An adapter is switched off for "before".

  --after M             a run of this folder (or the beginning of its id), a folder with an adapter or a model, or a Hub name
  --before M            the model before training; a run and an adapter know it themselves
  --data FILE           held-out rows; a run knows its own
  --prompts FILE        your own prompts: text with one a line (# begins a remark), or JSONL with messages or prompt
  --rows N              held-out rows that are asked as prompts (12, or none where --prompts is given)
  --max-new-tokens N    where an answer is cut (64)
  --out DIR             folder of comparison.json; a run has one for each comparison
  --trust               agree to what the run's recipe brings along, such as code from the model's folder
  --on local            on this computer (the default)
  --format pretty|json  pretty is the default

Exit code: 0 compared, 1 it could not be compared or was ended before, 2 wrong usage.

Example: tuning-fork compare --after 20261124-0930 --prompts prompts.txt --python .venv/bin/python
`,
  options: {
    before: { type: 'string' },
    after: { type: 'string' },
    data: { type: 'string' },
    prompts: { type: 'string' },
    rows: { type: 'string' },
    'max-new-tokens': { type: 'string' },
    out: { type: 'string' },
    trust: { type: 'boolean' },
    on: { type: 'string' },
    flavor: { type: 'string' },
  },
  formats: ['pretty', 'json'],
  planned: ['flavor'],
  async run(args, context) {
    const request = await compareRequest(args, context);
    const { path: python } = await commandInterpreter(context);
    if (context.signal.aborted) return 1;
    const outcome = await follow(request, python, context);
    return end(outcome, request, args, context);
  },
};

async function follow(
  request: CompareRequest,
  python: string,
  context: CommandContext,
): Promise<CompareOutcome> {
  const bar = new ProgressBar(context.note, context.terminal.err);
  let state = startedComparison;
  const onEvent = (event: CompareEvent): void => {
    const before = state;
    state = applyCompareEvent(state, event);
    showProgress(before, state, bar, context);
  };
  showProgress(null, state, bar, context);
  const { places, env } = context;
  const comparing = await startComparing(request, { python, pythonFolder: places.python, env, onEvent });
  const stop = stopWhenAborted(comparing, context.signal);
  try {
    return await comparing.ended;
  } finally {
    context.signal.removeEventListener('abort', stop);
    bar.clear();
  }
}

function stopWhenAborted(comparing: ComparingProcess, signal: AbortSignal): () => void {
  const stop = (): void => void comparing.stop();
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return stop;
}

/** A note for each stretch; within one, a bar. */
function showProgress(
  before: ComparisonState | null,
  { progress }: ComparisonState,
  bar: ProgressBar,
  context: CommandContext,
): void {
  if (progress === null || progress.phase === 'waiting') return;
  const name = say({ id: `compare-panel.phase.${progress.phase}` }, context);
  if (progress.phase !== before?.progress?.phase) bar.note(name);
  if (progress !== before?.progress) bar.show(name, progress.done ?? 0, progress.total ?? 0);
}

async function end(
  outcome: CompareOutcome,
  request: CompareRequest,
  args: CommandArguments,
  context: CommandContext,
): Promise<ExitCode> {
  switch (outcome.kind) {
    case 'completed':
      await print(await readComparison(request.out), args, context);
      context.note(`${path.join(request.out, comparisonFiles.comparison)}\n`);
      return 0;
    case 'stopped':
      context.note(`${say({ id: 'compare.note.partial' }, context)}\n`);
      return 1;
    case 'failed':
      context.note(`${say(outcome.sentence, context)}\n`);
      return 1;
    default:
      return unreachable(outcome);
  }
}

async function print(comparison: Comparison, args: CommandArguments, context: CommandContext): Promise<void> {
  const json = args.values['format'] === 'json';
  await context.out(
    json ? `${stringifyNonFiniteJson(comparison, 2)}\n` : comparisonLines(comparison, context.language),
  );
}

function say(message: Message, context: CommandContext): string {
  return formatMessage(message, context.language);
}
