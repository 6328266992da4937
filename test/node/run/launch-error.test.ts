import { describe, expect, it } from 'vitest';
import { formatError } from '../../../src/core/text/format-message.ts';
import { launchError } from '../../../src/node/run/launch-error.ts';

function refusal(code: string, path?: string): Error {
  return Object.assign(new Error(code), path === undefined ? { code } : { code, path });
}

describe('what the system refuses', () => {
  it.each([
    ['ENOSPC', 'The disk that holds /work is full, so nothing was started; make room first.'],
    ['EDQUOT', 'The disk that holds /work is full, so nothing was started; make room first.'],
    ['EACCES', 'No permission for /work; change its permissions or choose another place.'],
    ['EROFS', '/work lies on a read-only disk; choose a folder that can be written.'],
    ['ENOENT', 'There is no /work; correct the path.'],
  ])('%s becomes a sentence', (code, sentence) => {
    expect(formatError(launchError(refusal(code), '/work'), 'en')).toBe(sentence);
  });

  it('names the path that the system names', () => {
    const error = launchError(refusal('EACCES', '/work/out'), '/work');
    expect(formatError(error, 'en')).toContain('/work/out');
  });

  it('names where a copy was to go, not where it came from', () => {
    const error = Object.assign(refusal('ENOSPC', '/program/runner.py'), { dest: '/work/runner.py' });
    expect(formatError(launchError(error, '/work'), 'en')).toContain('/work/runner.py is full');
  });

  it('leaves a bug a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(launchError(bug, '/work')).toBe(bug);
  });
});
