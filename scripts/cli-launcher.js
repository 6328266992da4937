#!/usr/bin/env node
// Becomes dist/cli.js. The program lies in a file of its own, because an older Node would stop at its imports with a
// stack before a line of it had run. Written so that any Node that knows modules can read it.
var version = process.versions.node.split('.').map(Number);

if (version[0] > 22 || (version[0] === 22 && version[1] >= 12)) {
  void import('./cli-main.js');
} else {
  process.stderr.write(
    'tuning-fork needs Node.js 22.12 or newer, and this is ' + process.versions.node + '.\n',
  );
  process.exitCode = 2;
}
