import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Places } from '../node/places.ts';
import { Interruption } from './interruption.ts';
import { runCli } from './run-cli.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const places: Places = {
  worker: path.join(root, 'dist', 'worker.cjs'),
  segmentWorker: path.join(root, 'dist', 'segment-worker.cjs'),
  python: path.join(root, 'python'),
  media: path.join(root, 'media'),
};

/** Standard output may be a slow pipe or one that closes early (`… | head`): wait for it, and end quietly when it is gone. */
async function out(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const interruption = new Interruption();

function ownVersion(): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  out,
  note: (text) => void process.stderr.write(text),
  terminal: {
    out: process.stdout.isTTY,
    err: process.stderr.isTTY,
    in: process.stdin.isTTY,
  },
  get signal() {
    return interruption.signal;
  },
  version: ownVersion(),
  places,
});
