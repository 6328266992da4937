// Bytes of what `npm run package` made: the VSIX and what VS Code and the webviews load.
import fs from 'node:fs/promises';
import path from 'node:path';
import { report, skipped, type BenchRow } from './kit/report.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const shown = [
  { file: 'tuning-fork.vsix', goal: '< 3000 kB' },
  { file: 'extension.cjs', goal: '≤ 400 kB' },
  { file: 'parts', goal: '' },
  { file: 'worker.cjs', goal: '' },
  { file: 'webview/preview.js', goal: '' },
  { file: 'webview/runs.js', goal: '' },
];

async function row({ file, goal }: (typeof shown)[number]): Promise<BenchRow> {
  const what = `size, ${file}`;
  const bytes = await bytesOf(path.join(dist, file)).catch(() => null);
  if (bytes === null) return skipped(what, 'npm run package makes it');
  return { what, ours: `${(bytes / 1000).toFixed(0)} kB`, reference: '', ratio: '', goal };
}

/** Of a folder, the bytes of all files in it. */
async function bytesOf(place: string): Promise<number> {
  const stat = await fs.stat(place);
  if (!stat.isDirectory()) return stat.size;
  const sizes = await Promise.all((await fs.readdir(place)).map((name) => bytesOf(path.join(place, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

report(await Promise.all(shown.map(row)));
