import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { probeTemplate } from '../../../src/core/template/sources/probe-template.ts';
import { trainingVariant, type TrlTemplate } from '../../../src/core/template/sources/training-variant.ts';
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
  readonly stop: boolean | null;
}

const turn = (marked: string, after: string): string =>
  `{% for m in messages %}<|im_start|>{{ m.role }}\n{% if m.role == 'assistant' %}{% generation %}${marked}{% endgeneration %}${after}{% else %}{{ m.content }}<|im_end|>\n{% endif %}{% endfor %}`;
/** Templates that TRL does not bring, for what none of its own does. */
const made = {
  'made: the end of the turn is marked': turn('{{ m.content }}<|im_end|>', '\n'),
  'made: the end of the turn is not marked': turn('{{ m.content }}', '<|im_end|>\n'),
  'made: white space alone is marked after the answer': turn('{{ m.content }} ', '<|im_end|>\n'),
};

describe.skipIf(python === undefined)('the templates that TRL brings, and some of ours,', () => {
  let answers: { folder: string; templates: Record<string, Checks> } = { folder: '', templates: {} };
  let bundled: TrlTemplateFile[] = [];
  let templates: TrlTemplate[] = [];
  beforeAll(async () => {
    const script = join(import.meta.dirname, '../../kit/python/trl_template_checks.py');
    const options = { encoding: 'utf8', input: JSON.stringify(made) } as const;
    answers = JSON.parse(execFileSync(python ?? '', [script], options)) as typeof answers;
    bundled = await readTrlTemplates(answers.folder);
    templates = [...bundled, ...Object.entries(made).map(([name, text]) => ({ name, text }))];
  }, 120_000);

  it('are found in the package of an interpreter, and all are read', async () => {
    expect(await trlTemplatesFolder(python ?? '', process.env)).toBe(answers.folder);
    const names = Object.keys(answers.templates).filter((name) => !(name in made));
    expect(bundled.map(({ name }) => name)).toEqual(names.sort());
    expect(bundled.length).toBeGreaterThan(50);
  });

  it('can call tools, and keep what stands before a result, as TRL says of each', () => {
    const specialTokens = { bos_token: '<s>', eos_token: '</s>' };
    const ours = templates.map(({ name, text }) => {
      const found = probeTemplate({ template: text, specialTokens });
      return [name, found.kind === 'probed' ? found.prefix : found.kind];
    });
    const theirs = Object.entries(answers.templates).map(([name, { tools, prefix }]) => {
      return [name, tools ? (prefix === true ? 'kept' : 'changed') : 'not-asked'];
    });
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    expect(new Set(theirs.map(([, prefix]) => prefix)).size).toBe(3);
  });

  it('have the end of an answer among what is trained, as TRL says of each', () => {
    const ours = templates.map(({ name, text }) => {
      const found = probeTemplate({ template: text, specialTokens: { bos_token: '<s>', eos_token: '</s>' } });
      return [name, found.kind === 'probed' ? found.endOfTurn : found.kind];
    });
    const theirs = Object.entries(answers.templates).map(([name, { stop }]) => {
      return [name, stop === null ? 'not-asked' : stop ? 'marked' : 'unmarked'];
    });
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    expect(new Set(theirs.map(([, end]) => end)).size).toBe(3);
  });

  it('are swapped for the training ones that TRL would take, and for no others', () => {
    const ours = templates.map(({ name, text }) => {
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
