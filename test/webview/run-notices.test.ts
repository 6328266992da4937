import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/core/run/run-event.ts';
import { addEvents, newRunProgress } from '../../src/core/run/run-progress.ts';
import { formatMessage } from '../../src/core/text/format-message.ts';
import type { Language } from '../../src/core/text/message.ts';
import { runNotices, type RunNotice } from '../../src/webview/runs/run-notices.ts';
import { evalEvent, logEvent, warningEvent } from './run-events.ts';

function noticesOf(events: readonly RunEvent[], language: Language = 'en'): RunNotice[] {
  const progress = newRunProgress();
  addEvents(progress, events);
  return runNotices(progress, (id, args = {}) => formatMessage({ id, args }, language));
}

describe('a warning of the runner', () => {
  // The sentences as python/tuning_fork writes them.
  test.each([
    ['rows-unknown', 'Which rows a step trains on is not known: the data are streamed.', '알 수 없습니다'],
    [
      'rows-partial',
      'Of several processes, only the rows of the first one are recorded.',
      '첫 번째 프로세스',
    ],
    ['hung-teardown', 'The training process did not end by itself after its work was done.', '스스로 끝나지'],
    ['unknown-key', 'The recipe has a key that TRL does not know: `lr`, `epochs`.', ': lr, epochs.'],
    [
      'leftover-processes',
      'Processes were still running after training and were ended: ray, python.',
      ': ray, python.',
    ],
    [
      'failed-after-saving',
      'The model is saved, but what came after failed: No space left: /out.',
      ': No space left: /out.',
    ],
  ])('of %s is said in the language of the page, with its names', (code, message, part) => {
    const [english] = noticesOf([logEvent(3, 1), warningEvent(99, code, message)]);
    const [korean] = noticesOf([logEvent(3, 1), warningEvent(99, code, message)], 'ko');
    expect(english?.sentence).not.toMatch(/[가-힣]/);
    expect(korean).toMatchObject({ kind: 'warning', step: 3, sentence: expect.stringContaining(part) });
  });

  test('of a loss that is no number stands at the step that it names', () => {
    const message = 'The loss of step 2 is not a finite number; the log may show 0 in its place.';
    const [notice] = noticesOf([logEvent(3, 1), warningEvent(99, 'nan-loss', message)], 'ko');
    expect(notice).toMatchObject({ step: 2, sentence: expect.stringContaining('2스텝의 손실') });
  });

  test('of an unknown code is shown as the runner says it', () => {
    expect(noticesOf([warningEvent(99, 'new-code', 'Something new.')])).toEqual([
      { kind: 'warning', step: null, sentence: 'Something new.' },
    ]);
  });
});

describe('an evaluation loss', () => {
  test('that has risen by 2 % or more since its lowest is noted at the lowest', () => {
    const [notice] = noticesOf([evalEvent(1, 4, 2), evalEvent(2, 8, 1), evalEvent(3, 12, 1.02)]);
    expect(notice).toMatchObject({ kind: 'note', step: 8 });
    expect(notice?.sentence).toContain('(1.00)');
  });

  test('that falls, or has risen by less, is not noted', () => {
    expect(noticesOf([evalEvent(1, 4, 2), evalEvent(2, 8, 1)])).toEqual([]);
    expect(noticesOf([evalEvent(1, 4, 1), evalEvent(2, 8, 1.01)])).toEqual([]);
  });

  test('that is no number is not noted', () => {
    expect(noticesOf([evalEvent(1, 4, 1), evalEvent(2, 8, NaN)])).toEqual([]);
  });
});
