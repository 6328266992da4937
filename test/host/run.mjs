// Runs the suites of test/host/suite in a real extension host, on a copy of test/host/workspace.
//   node test/host/run.mjs [PATTERN]   only the tests whose title matches
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { exitOnSignals } from '../../scripts/exit-on-signals.ts';
import { runExtensionTests } from '../kit/extension-tests.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'out');
const report = path.join(out, 'host-report');
const logs = path.join(out, 'host-logs');

async function prepare() {
  await fs.mkdir(out, { recursive: true });
  for (const file of [`${report}.txt`, `${report}.json`, logs]) {
    await fs.rm(file, { recursive: true, force: true });
  }
  await fs.mkdir(logs);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-workspace-'));
  const template = path.join(root, 'test/host/workspace');
  if (existsSync(template)) await fs.cp(template, folder, { recursive: true });
  return folder;
}

/** VS Code's exit code, or 1 with the reason printed where there is none. */
async function run(folder, console_) {
  try {
    return await runExtensionTests({
      folder,
      extension: root,
      entry: path.join(root, 'test/host/entry.cjs'),
      env: { TUNING_FORK_TEST_REPORT: report, TUNING_FORK_TEST_GREP: process.argv[2] ?? '' },
      timeoutMs: 300_000,
      logs,
      onConsole: (line) => console_.push(line),
    });
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

exitOnSignals();
const lines = [];
const folder = await prepare();
const code = await run(folder, lines);
await fs.rm(folder, { recursive: true, force: true });
await fs.writeFile(path.join(logs, 'console.log'), `${lines.join('\n')}\n`);
if (existsSync(`${report}.txt`)) process.stdout.write(await fs.readFile(`${report}.txt`, 'utf8'));
if (existsSync(`${report}.json`)) {
  const { passed, failed, skipped } = JSON.parse(await fs.readFile(`${report}.json`, 'utf8'));
  console.log(`host: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = code;
} else {
  const last = lines.filter((line) => !line.includes(' at http://')).slice(-30);
  console.error(
    `The extension host ended without a report. The last lines of the console:\n${last.join('\n')}`,
  );
  process.exitCode = 1;
}
