import * as assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { EngineVerdict } from '../../../src/core/template/engine-verdict.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import { EngineChecks } from '../../../src/host/template/engine-checks.ts';
import { WorkerClient } from '../../../src/node/worker/worker-client.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
const request = {
  template: '{% for m in messages %}<|{{ m.role }}|>{{ m.content }}\n{% endfor %}',
  data: '{"messages":[{"role":"user","content":"안녕 😀"}]}',
  now: '2026-11-24T09:30:00',
};

function reasonOf(verdict: EngineVerdict): string {
  return verdict.kind === 'not-checked' ? formatMessage(verdict.message, 'en') : JSON.stringify(verdict);
}

function setPython(interpreter: string | undefined): Thenable<void> {
  const settings = vscode.workspace.getConfiguration('tuningFork');
  return settings.update('pythonPath', interpreter, vscode.ConfigurationTarget.Global);
}

suite('other engines', () => {
  let worker: WorkerClient;
  let checks: EngineChecks;

  suiteSetup(() => {
    const root = vscode.extensions.getExtension('tuning-fork.tuning-fork')?.extensionPath ?? '';
    const places = {
      worker: path.join(root, 'dist/worker.cjs'),
      segmentWorker: '',
      python: path.join(root, 'python'),
      media: path.join(root, 'media'),
    };
    worker = new WorkerClient(places.worker);
    checks = new EngineChecks(places, worker);
  });
  suiteTeardown(() => {
    checks.dispose();
    worker.dispose();
  });
  teardown(() => setPython(undefined));

  test('transformers.js is asked in a thread', async () => {
    const verdict = await checks.check('transformers.js', request);
    assert.equal(verdict.kind, 'identical');
    const other = await checks.check('transformers.js', { ...request, template: '{{ messages }}' });
    assert.equal(other.kind, 'differs');
  });

  test('the Python of the setting is asked', async function () {
    if (python === undefined) this.skip();
    this.timeout(60_000);
    await setPython(python);
    const verdict = await checks.check('transformers', request);
    assert.equal(verdict.kind, 'identical', reasonOf(verdict));
  });

  test('a Python that is not there is no verdict', async () => {
    await setPython('/nowhere/python');
    const verdict = await checks.check('transformers', request);
    assert.match(reasonOf(verdict), /^Not checked: .*\/nowhere\/python/);
  });

  test('a request that is none is no verdict', async () => {
    const verdict = await checks.check('transformers.js', { ...request, data: '{' });
    assert.match(reasonOf(verdict), /^Not checked: there is no row to compare/);
  });

  test('a check that is given up is no verdict', async () => {
    const giveUp = new AbortController();
    const asked = checks.check('transformers.js', request, { signal: giveUp.signal });
    giveUp.abort();
    assert.equal(reasonOf(await asked), 'Not checked: the check was cancelled.');
    const late = await checks.check('transformers', request, { signal: giveUp.signal });
    assert.equal(reasonOf(late), 'Not checked: the check was cancelled.');
  });
});
