import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templateSha256 } from '../../../src/node/template/read-chat-templates.ts';
import { readRunTemplate } from '../../../src/node/template/run-template.ts';
import { templateSha256 as modelTemplateSha256 } from '../../../src/node/recipe/model-facts.ts';
import { madeRunRecord } from '../../kit/made-run-record.ts';

const id = '20261125-223335-tiny-ab12';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuning-fork-run-template-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(recipe: string, hash: string | null): string {
  const directory = join('.tuning-fork/runs', id);
  put(join(directory, 'recipe.yaml'), recipe);
  const record = madeRunRecord({ id, outputDir: 'out', templateSha256: hash });
  put(join(directory, 'run.json'), JSON.stringify(record));
  return join(folder, directory);
}

const recipe = 'model_name_or_path: model\nchat_template_path: t.jinja\n';

describe("a run's template", () => {
  it('is told beside that of today, with the text of then where the result has it', async () => {
    put('t.jinja', 'new');
    put('out/chat_template.jinja', 'old');
    const found = await readRunTemplate(run(recipe, templateSha256('old')), {});
    expect(found).toEqual({
      run: id,
      before: templateSha256('old'),
      beforeText: 'old',
      after: templateSha256('new'),
      afterText: 'new',
      path: join(folder, 't.jinja'),
      file: join(folder, 't.jinja'),
    });
  });

  it('is told with the text that the run itself keeps', async () => {
    put('t.jinja', 'new');
    put('out/chat_template.jinja', 'of something else');
    const directory = run(recipe, templateSha256('old'));
    put(join('.tuning-fork/runs', id, 'chat_template.jinja'), 'old');
    expect(await readRunTemplate(directory, {})).toMatchObject({ beforeText: 'old', afterText: 'new' });
    rmSync(join(directory, 'chat_template.jinja'));
  });

  it('has no text of then where the result holds another template', async () => {
    put('t.jinja', 'new');
    put('out/chat_template.jinja', 'of something else');
    expect(await readRunTemplate(run(recipe, templateSha256('old')), {})).toMatchObject({ beforeText: null });
  });

  it('of a model folder is the same as long as the folder has it, whatever form it has there', async () => {
    const list = [
      { name: 'default', template: 'd' },
      { name: 'rag', template: 'r' },
    ];
    for (const template of ['text', list]) {
      put('model/tokenizer_config.json', JSON.stringify({ chat_template: template }));
      const recorded = await modelTemplateSha256(join(folder, 'model'));
      const found = await readRunTemplate(run('model_name_or_path: model\n', recorded), {});
      expect(found?.after).toBe(found?.before);
    }
  });

  it('is not spoken of where the run has none, or today there is none', async () => {
    put('t.jinja', 'new');
    expect(await readRunTemplate(run(recipe, null), {})).toBeNull();
    expect(await readRunTemplate(run('model_name_or_path: gone\n', templateSha256('x')), {})).toBeNull();
    expect(await readRunTemplate(run('[broken', templateSha256('x')), {})).toBeNull();
    expect(await readRunTemplate(join(folder, 'no-run'), {})).toBeNull();
  });
});
