// npm's `prepare`. Installed from git, as pre-commit does it, the package is made of a clone, and `prepack` is not asked: the bundles
// have to be there by then. A developer's `npm ci` builds nothing.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');

/** A global install hands its own settings down: the packages that build would be put beside it, instead of into the clone. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|prefix|location)$/i.test(name)),
);

function run(...command) {
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const isInstalledFromGit = process.env['_PACOTE_NO_PREPARE_'] !== undefined;
if (isInstalledFromGit) {
  const npm = process.env['npm_execpath'] ?? 'npm';
  run(process.execPath, npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
  run(process.execPath, 'scripts/build.mjs', '--production');
}
