import { answerBatchLine } from '../../../src/core/template/batch-request.ts';

/** What an engine makes of a request of `render --batch`. */
export interface Answer {
  readonly ok: boolean;
  readonly text?: string;
  readonly spans?: readonly (readonly [number, number])[] | null;
  readonly message?: string;
  readonly line?: number;
  readonly error?: { readonly message: string; readonly line?: number };
  /** Python did not end in time. */
  readonly tooLong?: boolean;
}

export interface Difference {
  readonly kind: 'text' | 'spans' | 'wrong accept' | 'wrong refuse' | 'line' | 'crash';
  readonly python: string;
  readonly ours: string;
}

export function ourAnswer(line: string): Answer {
  return JSON.parse(answerBatchLine(line, '2026-11-24T09:30:00')) as Answer;
}

/** How two answers differ; null if they agree. */
export function differenceOf(python: Answer, ours: Answer): Difference | null {
  const oursMessage = ours.error?.message ?? '';
  if (/internal|is not a function|Cannot read|undefined is not/u.test(oursMessage))
    return { kind: 'crash', python: JSON.stringify(python), ours: oursMessage };
  if (python.ok !== ours.ok) {
    if (python.ok) return { kind: 'wrong refuse', python: JSON.stringify(python.text), ours: oursMessage };
    return { kind: 'wrong accept', python: python.message ?? '', ours: JSON.stringify(ours.text) };
  }
  if (!python.ok) {
    const [wanted, line] = [python.line, ours.error?.line];
    if (wanted === undefined || wanted === line) return null;
    return {
      kind: 'line',
      python: `${wanted}: ${python.message ?? ''}`,
      ours: `${line ?? '?'}: ${oursMessage}`,
    };
  }
  if (python.text !== ours.text)
    return { kind: 'text', python: JSON.stringify(python.text), ours: JSON.stringify(ours.text) };
  const spans = [python.spans, ours.spans].map((each) => JSON.stringify(each));
  return spans[0] === spans[1] ? null : { kind: 'spans', python: spans[0] ?? '', ours: spans[1] ?? '' };
}
