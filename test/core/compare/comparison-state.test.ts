import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { compareEvent } from '../../../src/core/compare/compare-event.ts';
import {
  applyCompareEvent,
  endComparison,
  restingComparison,
  startedComparison,
  type ComparisonState,
} from '../../../src/core/compare/comparison-state.ts';
import { comparisonOf, promptOf } from './sample-comparison.ts';

const unanswered = { before: null, after: null, loss: null };
const begun = { type: 'comparison', comparison: comparisonOf({ prompts: [promptOf(0, null, unanswered)] }) };

function after(...events: object[]): ComparisonState {
  return events.map((event) => v.parse(compareEvent, event)).reduce(applyCompareEvent, startedComparison);
}

describe('applyCompareEvent', () => {
  it('begins with loading', () => {
    expect(startedComparison.progress).toEqual({ phase: 'loading', done: null, total: null });
    expect(after({ type: 'phase', name: 'measuring', done: 2, total: 8 }).progress).toEqual({
      phase: 'measuring',
      done: 2,
      total: 8,
    });
  });

  it('puts losses and answers to their prompt', () => {
    const loss = { before: 2, after: 'NaN', tokens: [['a', 2, 'NaN']] };
    const answer = { text: 'yes', tokens: 1, ended: true };
    const state = after(
      begun,
      { type: 'loss', index: 0, loss },
      { type: 'answer', index: 0, side: 'after', answer },
    );
    const [prompt] = state.comparison?.prompts ?? [];
    expect(prompt?.loss).toEqual({ before: 2, after: NaN, tokens: [['a', 2, NaN]] });
    expect([prompt?.before, prompt?.after]).toEqual([null, answer]);
  });

  it('joins the text of each side until its answer is there', () => {
    const delta = (side: string, text: string): object => ({ type: 'delta', index: 0, side, text });
    const written = after(begun, delta('before', 'a'), delta('after', 'x'), delta('before', 'b'));
    expect(written.streaming).toContainEqual({ index: 0, side: 'before', text: 'ab' });
    const answer = { text: 'ab', tokens: 2, ended: false };
    const state = applyCompareEvent(written, { type: 'answer', index: 0, side: 'before', answer });
    expect(state.streaming).toEqual([{ index: 0, side: 'after', text: 'x' }]);
  });

  it('takes another prompt once, and events before the first comparison without harm', () => {
    const { before: _before, after: _after, loss: _loss, ...asked } = promptOf(1);
    const event = { type: 'prompt', prompt: { ...asked, source: 'own', row: null, reference: null } };
    expect(after(begun, event, event).comparison?.prompts.map(({ index }) => index)).toEqual([0, 1]);
    expect(after(event).comparison).toBeNull();
  });

  it('ends with the sentence of the failure, and keeps what is there', () => {
    const state = after(
      begun,
      { type: 'delta', index: 0, side: 'before', text: 'a' },
      { type: 'failed', cause: 'out-of-memory', message: 'Memory ran out.' },
    );
    expect(state).toMatchObject({ progress: null, streaming: [] });
    expect(state.fault).toEqual({ id: 'compare.failed.out-of-memory', args: { message: 'Memory ran out.' } });
    expect(state.comparison).not.toBeNull();
  });

  it('has a sentence for a cause of a later version', () => {
    expect(after({ type: 'failed', cause: 'moon', message: 'Full.' }).fault).toEqual({
      id: 'compare.failed',
      args: { message: 'Full.' },
    });
  });

  it('shows nothing as being written when no process runs', () => {
    const state = after(begun, { type: 'delta', index: 0, side: 'before', text: 'a' });
    expect(endComparison(state)).toEqual(restingComparison(comparisonOf(begun.comparison)));
  });
});
