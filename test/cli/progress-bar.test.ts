import { describe, expect, it } from 'vitest';
import { ProgressBar } from '../../src/cli/progress-bar.ts';

function written(terminal: boolean, use: (bar: ProgressBar) => void): string {
  let text = '';
  use(
    new ProgressBar((more) => {
      text += more;
    }, terminal),
  );
  return text;
}

describe('the progress bar', () => {
  it('is drawn over by notes and taken away at the end', () => {
    const text = written(true, (bar) => {
      bar.show('training', 6, 12);
      bar.note('step 6');
      bar.clear();
    });
    expect(text).toBe(`\r\u001B[K${'█'.repeat(12)}${'░'.repeat(12)} 6/12 training\r\u001B[Kstep 6\n`);
  });

  it('is drawn once as long as it would look the same', () => {
    const text = written(true, (bar) => {
      for (let bytes = 0; bytes <= 2_000_000; bytes += 1000) bar.showBytes('read', bytes, 2_000_000);
    });
    expect(text.match(/\d\/2 MB read/g)).toEqual(['0/2 MB read', '1/2 MB read', '2/2 MB read']);
  });

  it('is not drawn without a terminal or without a total', () => {
    expect(written(false, (bar) => bar.show('training', 6, 12))).toBe('');
    expect(written(true, (bar) => bar.show('training', 0, 0))).toBe('');
  });

  it('stays within its cells when more is done than was planned', () => {
    expect(written(true, (bar) => bar.show('training', 20, 12))).toContain(`${'█'.repeat(24)} 20/12`);
  });
});
