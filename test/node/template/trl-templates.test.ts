import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { probeTemplate } from '../../../src/core/template/sources/probe-template.ts';
import { trainingVariant } from '../../../src/core/template/sources/training-variant.ts';
import {
  readTrlTemplates,
  trlTemplatesFolder,
  type TrlTemplateFile,
} from '../../../src/node/template/trl-templates.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('trl-templates: skipped, TUNING_FORK_TEST_PYTHON names no Python with TRL');

interface Checks {
  readonly tools: boolean;
  readonly prefix: boolean | null;
  readonly training: string | null;
}

describe.skipIf(python === undefined)('the templates that TRL brings', () => {
  let answers: { folder: string; templates: Record<string, Checks> } = { folder: '', templates: {} };
  let bundled: TrlTemplateFile[] = [];
  beforeAll(async () => {
    const script = join(import.meta.dirname, '../../kit/python/trl_template_checks.py');
    answers = JSON.parse(execFileSync(python ?? '', [script], { encoding: 'utf8' })) as typeof answers;
    bundled = await readTrlTemplates(answers.folder);
  }, 120_000);

  it('are found in the package of an interpreter, and all are read', async () => {
    expect(await trlTemplatesFolder(python ?? '', process.env)).toBe(answers.folder);
    expect(bundled.map(({ name }) => name)).toEqual(Object.keys(answers.templates).sort());
    expect(bundled.length).toBeGreaterThan(50);
  });

  it('can call tools, and keep what stands before a result, as TRL says of each', () => {
    const specialTokens = { bos_token: '<s>', eos_token: '</s>' };
    const ours = bundled.map(({ name, text }) => {
      const found = probeTemplate({ template: text, specialTokens });
      return [name, found.kind === 'probed' ? found.prefix : found.kind];
    });
    const theirs = Object.entries(answers.templates).map(([name, { tools, prefix }]) => {
      return [name, tools ? (prefix === true ? 'kept' : 'changed') : 'not-asked'];
    });
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    expect(new Set(theirs.map(([, prefix]) => prefix)).size).toBe(3);
  });

  it('are swapped for the training ones that TRL would take, and for no others', () => {
    const ours = bundled.map(({ name, text }) => {
      const variant = trainingVariant(text, bundled);
      return [name, variant.kind === 'swapped' ? variant.training.text : null];
    });
    const theirs = Object.entries(answers.templates).map(([name, { training }]) => [name, training]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });

  it('are each probed to the end: every one renders, and training ones mark answers', () => {
    for (const { name, text } of bundled) {
      const found = probeTemplate({ template: text, specialTokens: { bos_token: '<s>', eos_token: '</s>' } });
      expect([name, found.kind]).toEqual([name, 'probed']);
      if (found.kind === 'probed' && name.endsWith('_training'))
        expect([name, found.answerMarks]).toEqual([name, expect.stringMatching(/answers|some/)]);
    }
  });
});

describe('a folder of templates', () => {
  it('that is not there has none, and line ends are read as Python reads them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tuning-fork-trl-'));
    expect(await readTrlTemplates(join(folder, 'gone'))).toEqual([]);
    writeFileSync(join(folder, 'a.jinja'), 'x\r\ny\rz');
    writeFileSync(join(folder, 'README.md'), 'x');
    expect(await readTrlTemplates(folder)).toEqual([
      { name: 'a', text: 'x\ny\nz', path: join(folder, 'a.jinja') },
    ]);
    rmSync(folder, { recursive: true });
  });

  it('a Python without TRL has none', async () => {
    expect(await trlTemplatesFolder('/bin/true', process.env)).toBeNull();
  });
});
