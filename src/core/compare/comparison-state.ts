import type { Message } from '../text/message.ts';
import { unreachable } from '../text/unreachable.ts';
import { compareFailure } from './compare-failure.ts';
import type { CompareEvent, ComparePhase } from './compare-event.ts';
import type { ComparedPrompt, ComparedSide, Comparison } from './comparison.ts';

/** Text of an answer that is being written. */
interface StreamingAnswer {
  readonly index: number;
  readonly side: ComparedSide;
  readonly text: string;
}

/** What is known of a comparison while its process runs, and after it. */
export interface ComparisonState {
  /** Null until the models are known. */
  readonly comparison: Comparison | null;
  /** Null when no process runs. */
  readonly progress: {
    readonly phase: ComparePhase;
    readonly done: number | null;
    readonly total: number | null;
  } | null;
  readonly streaming: readonly StreamingAnswer[];
  /** Why it ended before its time. */
  readonly fault: Message | null;
}

/** A comparison whose process was started a moment ago. */
export const startedComparison: ComparisonState = {
  comparison: null,
  progress: { phase: 'loading', done: null, total: null },
  streaming: [],
  fault: null,
};

/** A comparison that no process works on. */
export function restingComparison(comparison: Comparison): ComparisonState {
  return { comparison, progress: null, streaming: [], fault: null };
}

/** The state after one more event. */
export function applyCompareEvent(state: ComparisonState, event: CompareEvent): ComparisonState {
  switch (event.type) {
    case 'phase':
      return {
        ...state,
        progress: { phase: event.name, done: event.done ?? null, total: event.total ?? null },
      };
    case 'comparison':
      return { ...state, comparison: event.comparison };
    case 'prompt':
      return withPrompts(state, (prompts) => [
        ...prompts.filter(({ index }) => index !== event.prompt.index),
        { ...event.prompt, before: null, after: null, loss: null },
      ]);
    case 'loss':
      return withPrompt(state, event.index, (prompt) => ({ ...prompt, loss: event.loss }));
    case 'delta':
      return { ...state, streaming: withDelta(state.streaming, event) };
    case 'answer':
      return {
        ...withPrompt(state, event.index, (prompt) => ({ ...prompt, [event.side]: event.answer })),
        streaming: state.streaming.filter((each) => !isOf(each, event)),
      };
    case 'saved':
      return state;
    case 'failed':
      return { ...endComparison(state), fault: compareFailure(event) };
    default:
      return unreachable(event);
  }
}

/** The state when the process is gone: what was being written is not an answer. */
export function endComparison(state: ComparisonState): ComparisonState {
  return { ...state, progress: null, streaming: [] };
}

function withPrompts(
  state: ComparisonState,
  change: (prompts: readonly ComparedPrompt[]) => ComparedPrompt[],
): ComparisonState {
  const { comparison } = state;
  if (comparison === null) return state;
  return { ...state, comparison: { ...comparison, prompts: change(comparison.prompts) } };
}

function withPrompt(
  state: ComparisonState,
  index: number,
  change: (prompt: ComparedPrompt) => ComparedPrompt,
): ComparisonState {
  return withPrompts(state, (prompts) =>
    prompts.map((prompt) => (prompt.index === index ? change(prompt) : prompt)),
  );
}

function withDelta(streaming: readonly StreamingAnswer[], delta: StreamingAnswer): StreamingAnswer[] {
  const { index, side, text } = delta;
  const written = streaming.find((each) => isOf(each, delta))?.text ?? '';
  return [...streaming.filter((each) => !isOf(each, delta)), { index, side, text: written + text }];
}

function isOf(
  { index, side }: StreamingAnswer,
  other: { readonly index: number; readonly side: ComparedSide },
): boolean {
  return index === other.index && side === other.side;
}
