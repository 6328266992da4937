import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { RenderRequest } from '../../../src/core/template/render-request.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import type { Interpreter } from '../../../src/node/python/interpreter.ts';
import { askPython, type PythonQuestion } from '../../../src/node/template/python-engine.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
const packageFolder = path.resolve(import.meta.dirname, '../../../python');
const folder = mkdtempSync(path.join(tmpdir(), 'python-engine-'));
const request: RenderRequest = {
  template: '{{ bos_token }}{{ messages[0].content }}{{ strftime_now("%Y") }}',
  data: '{"messages":[{"role":"user","content":"é\\ud800"}]}',
  specialTokens: { bos_token: '<s>' },
  now: '2001-02-03T04:05:06',
};

if (python === undefined)
  console.log('Python engine: not run, TUNING_FORK_TEST_PYTHON names no Python with transformers');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function interpreter(file: string, version = '3.11.2'): Interpreter {
  return { path: file, version, packages: {}, ensurepip: true, source: { id: 'python.source.path' } };
}

/** An interpreter that does what a shell script says. */
function fake(script: string): Interpreter {
  const file = path.join(mkdtempSync(path.join(folder, 'fake-')), 'python');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return interpreter(file);
}

function ask(who: Interpreter, more: Partial<PythonQuestion> = {}, of = request) {
  return askPython(of, { interpreter: who, packageFolder, env: process.env, ...more });
}

async function refusal(who: Interpreter, more: Partial<PythonQuestion> = {}): Promise<string> {
  const answer = await ask(who, more);
  if (answer.ok) throw new Error(JSON.stringify(answer));
  return formatMessage(answer.message, 'en').replaceAll(who.path, 'PYTHON');
}

describe.skipIf(python === undefined)('the transformers of an interpreter', () => {
  test('renders a request, with its version', async () => {
    expect(await ask(interpreter(python ?? ''))).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+/) as string,
      rendering: { ok: true, text: '<s>é\ud8002001' },
    });
  });

  test('refuses with its reason and its line', async () => {
    const answer = await ask(
      interpreter(python ?? ''),
      {},
      { ...request, template: "\n{{ raise_exception('no') }}" },
    );
    expect(answer).toMatchObject({
      ok: true,
      rendering: { ok: false, reason: 'TemplateError: no', line: 2 },
    });
  });

  test('is not there in an interpreter without it', async () => {
    const bare = fake(`exec '${python}' -S "$@"`);
    expect(await refusal(bare)).toBe(
      'Not checked: PYTHON has no transformers. Install it there, or choose another interpreter.',
    );
  });
});

describe('an interpreter that cannot be asked', () => {
  test('is one that is gone', async () => {
    expect(await refusal(interpreter(path.join(folder, 'gone')))).toBe(
      'Not checked: PYTHON ended without an answer (ENOENT). Look whether it runs at all, or choose another interpreter.',
    );
  });

  test('is one that crashes: its last words are the reason', async () => {
    expect(await refusal(fake('echo first >&2; echo last >&2; exit 3'))).toContain(
      'without an answer (last)',
    );
    expect(await refusal(fake('kill -SEGV $$'))).toContain('without an answer (SIGSEGV)');
    expect(await refusal(fake('exit 3'))).toContain('without an answer (exit 3)');
  });

  test('is one that answers something else', async () => {
    expect(await refusal(fake('echo \'{"ok": true}\''))).toContain('without an answer (exit 0)');
  });

  test('is one whose transformers is broken or too old', async () => {
    const broken = fake(`echo '{"fault": "broken", "reason": "ImportError: x", "version": "5.1"}'; exit 1`);
    expect(await refusal(broken)).toContain('transformers in PYTHON cannot be imported (ImportError: x).');
    const old = fake(
      `echo 'a warning'; echo '{"fault": "old", "reason": null, "version": "4.30.0"}'; exit 1`,
    );
    expect(await refusal(old)).toContain('transformers 4.30.0 in PYTHON is too old');
  });

  test('is one older than the package', async () => {
    const answer = await ask(interpreter(path.join(folder, 'gone'), '3.9.1'));
    expect(answer).toMatchObject({ ok: false, message: { id: 'engine.old-python' } });
  });

  test('is one that never answers: it is ended', async () => {
    expect(await refusal(fake('exec sleep 1000'), { timeoutMs: 300 })).toMatch(
      /^Ended after 0.3 seconds: not checked/,
    );
  });

  test('is one that is given up', async () => {
    const giveUp = new AbortController();
    const asked = refusal(fake('exec sleep 1000'), { signal: giveUp.signal });
    giveUp.abort();
    expect(await asked).toBe('Not checked: the check was cancelled.');
  });
});
