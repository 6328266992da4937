// An edit in a large dataset: from the moment that VS Code tells of it until the packaged extension has set the problems of the line,
// in a real VS Code. `npm run package` makes what is measured. VS Code's own search for merge conflicts reads all of the text in the same
// process after each edit, which takes longer than all that is measured here: it is measured with and without.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { WorkspaceEdit } from 'vscode';
import { launchBrowser, newPage } from '../kit/browser.ts';
import { installPackagedExtension } from '../kit/installed-extensions.ts';
import { startTestServer } from '../kit/test-server.ts';
import { Workbench } from '../kit/workbench.ts';
import { writeConversations } from './kit/generated-rows.ts';
import { report, type BenchRow } from './kit/report.ts';

const BYTES = 20e6;
const EDITS = 100;

interface Asked {
  readonly file: string;
  readonly edits: number;
}

/** Milliseconds of each edit: a key that breaks the JSON of a row, and the next that mends it. */
function editsIn(workbench: Workbench, asked: Asked): Promise<number[]> {
  return workbench.inHost(async (vscode, { file, edits }: Asked) => {
    const uri = vscode.Uri.file(file);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const isBroken = (line: number): boolean =>
      vscode.languages
        .getDiagnostics(uri)
        .some(({ code, range }) => code === 'json-syntax' && range.start.line === line);
    const until = async (holds: () => boolean): Promise<void> => {
      for (const end = Date.now() + 60_000; !holds();) {
        if (Date.now() > end) throw new Error('The problems never came.');
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    };
    let told = 0;
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) told = performance.now();
    });
    const edit = async (change: (edit: WorkspaceEdit) => void): Promise<void> => {
      const all = new vscode.WorkspaceEdit();
      change(all);
      await vscode.workspace.applyEdit(all);
    };
    const last = document.lineCount - 2;
    const place = new vscode.Position(last, 1);
    // The first edit is answered when all of the file has been linted.
    await edit((each) => each.insert(uri, place, 'x'));
    await until(() => isBroken(last));
    await edit((each) => each.delete(uri, new vscode.Range(place, place.translate(0, 1))));
    await until(() => !isBroken(last));
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const times: number[] = [];
    for (let n = 0; n < edits; n += 1) {
      const line = 1 + Math.floor((last * n * 0.618) % (last - 1));
      const key = new vscode.Position(line, 1);
      const shown = until(() => isBroken(line)).then(() => times.push(performance.now() - told));
      await edit((each) => each.insert(uri, key, 'x'));
      await shown;
      await edit((each) => each.delete(uri, new vscode.Range(key, key.translate(0, 1))));
      await until(() => !isBroken(line));
    }
    listener.dispose();
    return times;
  }, asked);
}

/** Turns off the extension of VS Code that looks for merge conflicts, which begins and ends with its settings. */
async function withoutMergeConflicts(workbench: Workbench): Promise<void> {
  await workbench.inHost(async (vscode) => {
    const settings = vscode.workspace.getConfiguration('merge-conflict');
    for (const name of ['codeLens.enabled', 'decorators.enabled'])
      await settings.update(name, false, vscode.ConfigurationTarget.Global);
    return null;
  }, null);
}

function row(what: string, times: readonly number[]): BenchRow {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(0);
  const ours = `p50 ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)} ms`;
  return {
    what: `edit, ${what}, ${times.length} times`,
    ours,
    reference: '',
    ratio: '',
    goal: 'p95 ≤ 50 ms',
  };
}

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-workspace-'));
const bridge = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-bridge-'));
const server = await startTestServer({
  installExtensions: installPackagedExtension,
  env: { TUNING_FORK_TEST_BRIDGE: bridge },
});
const browser = await launchBrowser();
try {
  const clean = path.join(folder, 'clean.jsonl');
  await writeConversations(clean, BYTES);
  const workbench = new Workbench(await newPage(browser), server, bridge);
  await workbench.open(folder);
  const asked = { file: clean, edits: EDITS };
  const all = row('20 MB, no findings', await editsIn(workbench, asked));
  await withoutMergeConflicts(workbench);
  report([all, row('the same, no search for merge conflicts', await editsIn(workbench, asked))]);
} finally {
  await browser.close();
  await server.stop();
  for (const scratch of [bridge, folder]) await fs.rm(scratch, { recursive: true, force: true });
}
