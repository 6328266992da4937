// What the npm package says of itself: package.json is VS Code's as well, and names packages that only this repository needs.
//   node scripts/npm-manifest.mjs write     before npm packs: in its place what npm needs, with nothing to install
//   node scripts/npm-manifest.mjs restore   afterwards: as it was
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const manifest = path.join(root, 'package.json');
/** Outside of what is packed. Where it is there already, packing was broken off. */
const kept = path.join(root, 'out/package.json.kept');

const WANTED = ['name', 'version', 'keywords', 'license', 'repository', 'bin', 'files', 'type'];

function write() {
  restore();
  const whole = JSON.parse(readFileSync(manifest, 'utf8'));
  const { description } = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'));
  const wanted = Object.fromEntries(WANTED.map((key) => [key, whole[key]]));
  mkdirSync(path.dirname(kept), { recursive: true });
  renameSync(manifest, kept);
  writeFileSync(
    manifest,
    `${JSON.stringify({ ...wanted, description, engines: { node: '>=22.12' } }, null, 2)}\n`,
  );
}

function restore() {
  if (existsSync(kept)) renameSync(kept, manifest);
}

if (process.argv[2] === 'write') write();
else restore();
