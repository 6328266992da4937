import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const launcher = path.resolve(import.meta.dirname, '../../scripts/cli-launcher.js');

/** Runs the launcher on a Node that says it is `version`. */
function launchOn(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ['--import', preload, launcher], { encoding: 'utf8' });
}

test.each(['18.20.4', '20.20.2', '22.11.0'])('Node %s gets one sentence and exit code 2', (version) => {
  const { status, stdout, stderr } = launchOn(version);
  expect(stderr).toBe(`tuning-fork needs Node.js 22.12 or newer, and this is ${version}.\n`);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test.each(['22.12.0', '23.0.0', '24.21.0'])('Node %s goes on to the program', (version) => {
  // The program lies beside the launcher in dist alone.
  expect(launchOn(version).stderr).toMatch(/Cannot find module .*cli-main\.js/);
});
