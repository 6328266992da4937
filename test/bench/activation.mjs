// How long the packaged extension takes to load and to activate, as VS Code itself measures it, in whole milliseconds.
// Each start is cold: a new server, profile and browser.
//   node test/bench/activation.mjs [STARTS]   10 unless said; `npm run package` makes what is measured
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { launchBrowser, newPage } from '../kit/browser.ts';
import { installPackagedExtension } from '../kit/installed-extensions.ts';
import { startTestServer } from '../kit/test-server.ts';
import { Workbench } from '../kit/workbench.ts';
import { median } from './kit/interleave.ts';
import { report } from './kit/report.ts';

const ID = 'tuning-fork.tuning-fork';
const starts = Number(process.argv[2] ?? process.env.TUNING_FORK_BENCH_STARTS ?? 10);

/** Milliseconds of one start: loading the bundle, `activate`, and both. */
async function measure() {
  const bridge = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bridge-'));
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-workspace-'));
  const server = await startTestServer({
    installExtensions: installPackagedExtension,
    env: { TUNING_FORK_TEST_BRIDGE: bridge },
  });
  const browser = await launchBrowser();
  try {
    const workbench = new Workbench(await newPage(browser), server, bridge);
    await workbench.open(folder);
    return durations(await marksAfterActivation(workbench));
  } finally {
    await browser.close();
    await server.stop();
    for (const scratch of [bridge, folder]) await fs.rm(scratch, { recursive: true, force: true });
  }
}

function marksAfterActivation(workbench) {
  return workbench.inHost(async (vscode, id) => {
    await vscode.extensions.getExtension(id).activate();
    return globalThis.MonacoPerformanceMarks.getMarks();
  }, ID);
}

function durations(marks) {
  const at = new Map(marks.map((mark) => [mark.name, mark.startTime]));
  const between = (from, to) => at.get(`code/extHost/${to}/${ID}`) - at.get(`code/extHost/${from}/${ID}`);
  const load = between('willLoadExtensionCode', 'didLoadExtensionCode');
  const activate = between('willActivateExtension', 'didActivateExtension');
  return { load, activate, both: load + activate };
}

function row(name, values) {
  const sorted = values.toSorted((a, b) => a - b);
  const ours = `${median(values)} ms (${sorted[0]}–${sorted.at(-1)})`;
  const goal = name === 'both' ? '< 20 ms' : '';
  return { what: `activation, ${name}, median of ${starts}`, ours, reference: '', ratio: '', goal };
}

const measured = [];
for (let start = 0; start < starts; start += 1) measured.push(await measure());
report(
  ['load', 'activate', 'both'].map((name) =>
    row(
      name,
      measured.map((one) => one[name]),
    ),
  ),
);
