import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GgufHeader } from '../kit/gguf-header.ts';
import { HubEmulator } from '../kit/hub/hub-emulator.ts';
import type { Workbench } from '../kit/workbench.ts';
import { createRepository } from '../../src/node/hub/create-repository.ts';
import { connectHub } from '../../src/node/hub/connect-hub.ts';
import { templateSha256 } from '../../src/node/template/read-chat-templates.ts';
import { uploadFiles } from '../../src/node/hub/upload-files.ts';
import { expect, test } from './fixtures.ts';
import { recordEndedRun } from './recorded-run.ts';

const cache = path.resolve(import.meta.dirname, '../../out/e2e-hub-cache');
const python = process.env['TUNING_FORK_TEST_PYTHON'];
const chatml =
  "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>\\n' }}{% endfor %}";
const marked =
  "{% for m in messages %}{{ '<' + m.role + '>' }}{% if m.role == 'assistant' %}{% generation %}{{ m.content }}{% endgeneration %}{% else %}{{ m.content }}{% endif %}{% endfor %}";
const gguf = new GgufHeader().string('tokenizer.chat_template', '{{ messages[0].content }} of GGUF').bytes;

test.use({
  files: {
    'own.jinja': marked,
    'model/tokenizer_config.json': JSON.stringify({ chat_template: chatml, bos_token: '<s>' }),
    // Its bytes are ASCII alone.
    'small.gguf': gguf.toString('latin1'),
    'broken/tokenizer_config.json': '{',
    'rows.jsonl': '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}\n',
  },
  serverSettings: {
    env: { HF_HUB_CACHE: cache, ...(python === undefined ? {} : { TUNING_FORK_PYTHON: python }) },
  },
});

let hub: HubEmulator;
test.beforeAll(async () => {
  rmSync(cache, { recursive: true, force: true });
  putInCache('maker/known', trlTemplate('qwen3'));
  putInCache('maker/unlike', `${trlTemplate('qwen3')} `);
  hub = await HubEmulator.start({ account: { name: 'tuner', orgs: [] } });
  const connection = await connectHub({ HOME: '/nowhere', HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token });
  const repository = { type: 'model', id: 'tuner/remote' } as const;
  await createRepository(connection, { ...repository, private: false });
  const files = [{ path: 'chat_template.jinja', content: { text: 'of the Hub' } }];
  await uploadFiles(connection, { ...repository, title: 'template', files });
});
test.afterAll(async () => {
  await hub.stop();
  rmSync(cache, { recursive: true, force: true });
});
test.beforeEach(({ workbench }) => openView(workbench));

test('templates are listed by where they come from, each with its hash and what it supports', async ({
  workbench,
}) => {
  await expect(workbench.treeRow('Templates', 'own.jinja')).toContainText(/own\.jinja[0-9a-f]{8}/);
  await expect(workbench.treeRow('Templates', 'model')).toContainText(/[0-9a-f]{8}/);
  await expect(workbench.treeRow('Templates', 'broken')).toContainText('Cannot be read');
  await workbench.expand('Templates', 'Hub Cache');
  await expect(workbench.treeRow('Templates', 'maker/known')).toBeVisible();

  await workbench.expand('Templates', 'own.jinja');
  await expect(workbench.treeRow('Templates', 'Answer marks')).toContainText('around every answer');
  await expect(workbench.treeRow('Templates', 'Tool definitions')).toContainText('left out');
  await workbench.treeRow('Templates', 'model').hover();
  await expect(workbench.page.locator('.monaco-hover', { hasText: 'System message' })).toContainText(
    'a turn of its own',
  );
  await workbench.page.screenshot({ path: test.info().outputPath('templates-view.png') });
});

test('the view is in the language that the user wants, from then on', async ({ workbench }) => {
  const speak = (language: string | null): Promise<void> =>
    workbench.inHost(async (vscode, value) => {
      const settings = vscode.workspace.getConfiguration('tuningFork');
      await settings.update('language', value ?? undefined, vscode.ConfigurationTarget.Global);
    }, language);
  await speak('ko');
  await workbench.expand('Templates', 'own.jinja');
  await expect(workbench.treeRow('Templates', '시스템 메시지')).toContainText('독립된 턴');
  await workbench.expand('Templates', 'Hub의 모델');
  await expect(workbench.treeRow('Templates', 'meta-llama/Llama-3.1-8B-Instruct')).toContainText('약관 동의');
  await workbench.treeRow('Templates', 'model').hover();
  await expect(workbench.page.locator('.monaco-hover', { hasText: '도구 정의' })).toBeVisible();
  await workbench.page.screenshot({ path: test.info().outputPath('templates-view-ko.png') });
  await speak(null);
  await expect(workbench.treeRow('Templates', 'System message')).toContainText('a turn of its own');
});

test('a template opens as what it is: that of a GGUF file read-only, that of a configuration to be edited', async ({
  workbench,
}) => {
  await workbench.treeRow('Templates', 'small.gguf').click();
  await expect(workbench.tab('small.gguf.chat-template.jinja')).toBeVisible();
  await workbench.until(() => workbench.visibleLines(), ['{{ messages[0].content }} of GGUF']);
  const language = await workbench.inHost(
    (vscode) => Promise.resolve(vscode.window.activeTextEditor?.document.languageId),
    undefined,
  );
  expect(language).toBe('chat-template');
  await workbench.treeRow('Templates', 'model').click();
  await expect(workbench.tab('chat_template.jinja')).toBeVisible();
  const edited = (): Promise<unknown> =>
    workbench.inHost((vscode) => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const file = uri?.path.includes('/model/tokenizer_config.json/');
      return Promise.resolve([file, vscode.workspace.fs.isWritableFileSystem(uri?.scheme ?? '')]);
    }, undefined);
  await workbench.until(edited, [true, true]);
});

test('a template is compared with another, and previewed with', async ({ workbench }) => {
  await inline(workbench, 'own.jinja', 'Compare Templates…');
  await workbench.quickInput.pick('model');
  await expect(workbench.page.getByRole('tab', { name: /own\.jinja ↔ model/ })).toBeVisible();
  await workbench.command('workbench.action.closeAllEditors');

  await inline(workbench, 'small.gguf', 'Preview With This Template');
  const frame = await workbench.webviewFrame('#rendered');
  await expect(frame.locator('#rendered')).toContainText('Hi of GGUF');
});

test('what TRL trains with in its place is shown as a difference, or why nothing is', async ({
  workbench,
}) => {
  test.skip(python === undefined, 'TUNING_FORK_TEST_PYTHON names no Python with TRL');
  await workbench.expand('Templates', 'Hub Cache');
  await menu(workbench, 'maker/known', "Show TRL's Training Variant");
  await expect(workbench.page.getByRole('tab', { name: /maker\/known ↔ TRL qwen3_training/ })).toBeVisible();
  await expect(workbench.toast('renders with its qwen3_training in place of maker/known')).toBeVisible();
  await workbench.page.screenshot({ path: test.info().outputPath('training-variant.png') });
  await workbench.command('notifications.clearAll');

  await menu(workbench, 'maker/unlike', "Show TRL's Training Variant");
  const nearest = workbench.toast(/refuses to train on answers with maker\/unlike.* differs from the qwen3/);
  await nearest.getByRole('button', { name: 'Show Difference' }).click();
  await expect(workbench.page.getByRole('tab', { name: /maker\/unlike ↔ TRL qwen3/ })).toBeVisible();
  await workbench.command('notifications.clearAll');

  await menu(workbench, 'own.jinja', "Show TRL's Training Variant");
  await expect(workbench.toast('own.jinja has {% generation %} marks itself')).toBeVisible();
  await workbench.expand('Templates', 'TRL');
  await expect(workbench.treeRow('Templates', 'cohere')).toBeVisible();
});

test('a preview whose template has changed since says so, and shows the changes', async ({
  workbench,
  folder,
}) => {
  await inline(workbench, 'own.jinja', 'Preview With This Template');
  await workbench.webviewFrame('#rendered');
  await workbench.command('workbench.action.closeAllEditors');
  writeFileSync(path.join(folder, 'own.jinja'), `${marked}changed`);

  await workbench.openFile('rows.jsonl');
  await workbench.command('tuningFork.previewChatTemplate');
  const toast = workbench.toast(
    /own\.jinja.* has changed since its preview was opened last: [0-9a-f]{8} became/,
  );
  await expect(toast).toBeVisible();
  await toast.getByRole('button', { name: 'Show Changes' }).click();
  await expect(
    workbench.page.getByRole('tab', { name: /own\.jinja \([0-9a-f]{8}\) ↔ own\.jinja/ }),
  ).toBeVisible();
  await workbench.command('workbench.action.closeAllEditors');
  await workbench.command('notifications.clearAll');

  await workbench.openFile('rows.jsonl');
  await workbench.command('tuningFork.previewChatTemplate');
  await workbench.webviewFrame('#rendered');
  await expect(workbench.toast('has changed since')).toBeHidden();
});

test('a run whose template has changed since says so, and shows the changes', async ({
  workbench,
  folder,
}) => {
  const run = await recordEndedRun(folder);
  const record = path.join(run, 'run.json');
  const before = { ...JSON.parse(readFileSync(record, 'utf8')), templateSha256: templateSha256('as it was') };
  writeFileSync(record, JSON.stringify(before));
  writeFileSync(path.join(run, 'recipe.yaml'), 'model_name_or_path: model\nchat_template_path: own.jinja\n');
  mkdirSync(path.join(folder, 'out'));
  writeFileSync(path.join(folder, 'out/chat_template.jinja'), 'as it was');

  await workbench.command('tuningFork.showRun', path.basename(run));
  const toast = workbench.toast(
    /own\.jinja\) has changed since it was trained: [0-9a-f]{8} became [0-9a-f]{8}/,
  );
  await toast.getByRole('button', { name: 'Show Changes' }).click();
  await expect(
    workbench.page.getByRole('tab', { name: /own\.jinja \([0-9a-f]{8}\) ↔ own\.jinja/ }),
  ).toBeVisible();
  await expect(workbench.page.locator('.monaco-diff-editor .original .view-lines')).toContainText(
    'as it was',
  );
});

test('a template is got from the Hub when it is asked for, and the file has nothing added', async ({
  workbench,
  folder,
}) => {
  await workbench.inHost(async (vscode, endpoint) => {
    const settings = vscode.workspace.getConfiguration('tuningFork');
    await settings.update('hub.endpoint', endpoint, vscode.ConfigurationTarget.Global);
  }, hub.endpoint);
  const asked = (): number => hub.requests.filter((each) => each.path.includes('tuner/remote')).length;
  const before = asked();
  await workbench.viewAction('Templates', 'Get Chat Template From the Hub…');
  await workbench.quickInput.pick('Another model…');
  expect(asked()).toBe(before);
  await workbench.quickInput.answer('tuner/remote');
  await workbench.quickInput.widget.getByRole('button', { name: 'Save Here' }).click();
  await expect(
    workbench.toast(/Saved chat_template\.jinja from tuner\/remote at commit [0-9a-f]{12}/),
  ).toBeVisible();
  expect(readFileSync(path.join(folder, 'chat_template.jinja'), 'utf8')).toBe('of the Hub');
  await expect(workbench.tab('chat_template.jinja')).toBeVisible();
  // The view is drawn anew when the file is found, and a hover of before is gone then.
  await expect(async () => {
    await workbench.page.mouse.move(0, 0);
    await workbench.treeRow('Templates', 'chat_template.jinja').hover();
    const hover = workbench.page.locator('.monaco-hover', { hasText: 'Comes from' });
    await expect(hover).toContainText('tuner/remote', { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
});

async function openView(workbench: Workbench): Promise<void> {
  await workbench.openContainer('Tuning Fork');
  await workbench.command('tuningFork.templates.focus');
  for (const other of ['Datasets', 'Recipes & Runs']) {
    const header = workbench.view(other).locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  }
  // What tests before have opened would push rows out of view, where they are not drawn. A row whose children are still being listed
  // is opened again by their coming, so collapsing it is asked for until it stands.
  await workbench.treeRow('Templates', 'Workspace').waitFor();
  const open = workbench.view('Templates').locator('.monaco-list-row[aria-expanded="true"]');
  await expect(async () => {
    await workbench.command('workbench.actions.treeView.tuningFork.templates.collapseAll');
    await expect(open).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await workbench.expand('Templates', 'Workspace');
  await workbench.expand('Templates', 'Model Folders and GGUF Files');
  await workbench.treeRow('Templates', 'own.jinja').waitFor();
}

/** Presses an action in a row of the view. */
async function inline(workbench: Workbench, label: string, action: string): Promise<void> {
  const row = workbench.treeRow('Templates', label);
  await row.hover();
  await row.locator(`.action-label[aria-label^="${action}"]`).click();
}

/** Takes an entry of a row's context menu. */
async function menu(workbench: Workbench, label: string, entry: string): Promise<void> {
  await workbench.treeRow('Templates', label).click({ button: 'right' });
  await workbench.menuEntry(entry);
}

function putInCache(id: string, template: string): void {
  const model = path.join(cache, `models--${id.replaceAll('/', '--')}`);
  const snapshot = path.join(model, 'snapshots/c0ffee');
  mkdirSync(path.join(model, 'refs'), { recursive: true });
  mkdirSync(snapshot, { recursive: true });
  writeFileSync(path.join(model, 'refs/main'), 'c0ffee');
  writeFileSync(path.join(snapshot, 'tokenizer_config.json'), JSON.stringify({ chat_template: template }));
}

/** A template that TRL knows; any text where there is no TRL. */
function trlTemplate(name: string): string {
  if (python === undefined) return chatml;
  const program = 'import importlib.util as u; print(u.find_spec("trl").submodule_search_locations[0])';
  const folder = execFileSync(python, ['-c', program], { encoding: 'utf8' }).trim();
  return readFileSync(path.join(folder, 'chat_templates', `${name}.jinja`), 'utf8');
}
