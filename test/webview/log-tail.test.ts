import { expect, test } from 'vitest';
import { logTail } from '../../src/webview/runs/log-tail.ts';

test('only the last lines are shown', () => {
  expect(logTail('one\ntwo\nthree\n', 2)).toBe('two\nthree');
});

test('a progress bar that redraws itself is its last state', () => {
  expect(logTail('a\n 0%|  |\r50%|█ |\r100%|██|\nb', 10)).toBe('a\n100%|██|\nb');
});

test('Windows line ends are no redrawing', () => {
  expect(logTail('one\r\ntwo\r\n', 10)).toBe('one\ntwo');
});

test('colours and other terminal controls are left out', () => {
  expect(logTail('\u001b[1;32mgreen\u001b[0m\u001b[K bell\u0007', 10)).toBe('green bell');
});
