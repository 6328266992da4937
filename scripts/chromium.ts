import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptLine, installByApt } from './apt.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const KOREAN_FONT = ['fonts-noto-cjk'];

/**
 * The browser that tests drive: `$TUNING_FORK_CHROMIUM`, an installed one, or one by apt.
 * @throws with the line that installs it, where this process may not
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const packages = ['chromium', 'fonts-dejavu-core', ...KOREAN_FONT];
  installByApt(packages, 'the browser of the tests');
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    `Chromium is missing. Install it, or set TUNING_FORK_CHROMIUM to its path: ${aptLine(packages)}`,
  );
}

function findChromium(): string | undefined {
  const named = process.env['TUNING_FORK_CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...PLACES].find((file) => existsSync(file));
}

/** Korean text in screenshots needs a font. Without one the pictures show boxes, so it is said; no test depends on it. */
export function ensureKoreanFont(): void {
  const fonts = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim() !== '') return;
  if (process.platform !== 'linux' || installByApt(KOREAN_FONT, 'Korean text in screenshots')) return;
  console.error(`Korean text will show as boxes in screenshots. To install a font: ${aptLine(KOREAN_FONT)}`);
}
