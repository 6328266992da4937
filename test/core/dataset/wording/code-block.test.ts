import { describe, expect, test } from 'vitest';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';

function brokenFences(completion: string): number {
  const row = JSON.stringify({ prompt: 'Hi', completion });
  const only = ['broken-fence'];
  return lintBytes(new TextEncoder().encode(row), { path: '', only }).findings.length;
}

describe('a block of code in an answer', () => {
  test.each([
    '~~~\n```\n~~~',
    '~~~md\n```py\nx\n~~~~\nDone.',
    '```\n~~~\n```',
    '````\n```\n````',
    '~~~\n```\nx',
  ])('is no broken fence of backticks: %j', (answer) => {
    expect(brokenFences(answer)).toBe(0);
  });

  test.each(['```\n~~~\n', '~~~\nx\n~~~\n```\ny', '```\nx\n~~~', '```py\nx\n```py', '````\nx\n```'])(
    'is one: %j',
    (answer) => {
      expect(brokenFences(answer)).toBe(1);
    },
  );
});
