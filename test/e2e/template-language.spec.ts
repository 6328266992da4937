import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import type { Workbench } from '../kit/workbench.ts';

const TEMPLATE = `{#- A template with two mistakes. -#}
{%- macro header(role) -%}
<|im_start|>{{ role }}
{% endmacro %}
{%- set style = 'plain' %}
{%- for message in messages %}
  {{- header(message.role) }}
  {%- if message.role == 'assistant' %}
    {%- generation %}
      {{- message.content | trimm }}
    {%- endgeneration %}
    {{- '<|im_end|>' }}
  {%- else %}
    {{- message['content'] ~ '<|im_end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
  {{- '<|im_start|>assistant\\n' }}
{%- endif %}
`;
const JSON_BEFORE = '{\n  "model_max_length": 1e30,\n  "chat_template": ';
const JSON_AFTER = ',\n  "eos_token": "<|im_end|>"\n}\n';
const CONFIGURATION = `${JSON_BEFORE}"{% for m in messages %}\\n{{ m['content'] }}{% endfor %}"${JSON_AFTER}`;

test.use({
  files: {
    'broken.chat_template.jinja': TEMPLATE,
    'model/tokenizer_config.json': CONFIGURATION,
    'new.chat_template.jinja': '',
    'broken/tokenizer_config.json': '{"chat_template": "x",}',
    'bare/tokenizer_config.json': '{"model_max_length": 512}',
  },
});

async function setTheme(workbench: Workbench, theme: string): Promise<void> {
  await workbench.inHost(async (vscode, name) => {
    const settings = vscode.workspace.getConfiguration();
    await settings.update('workbench.colorTheme', name, vscode.ConfigurationTarget.Global);
  }, theme);
}

async function text(workbench: Workbench): Promise<string> {
  return workbench.inHost((vscode) => vscode.window.activeTextEditor?.document.getText() ?? '', undefined);
}

test.describe('a chat template in the editor', () => {
  for (const [look, theme] of [
    ['dark', 'Dark Modern'],
    ['light', 'Light Modern'],
  ] as const) {
    test(`has colours, and squiggles under what is wrong: ${look}`, async ({ workbench }) => {
      await setTheme(workbench, theme);
      await workbench.openFile('broken.chat_template.jinja');
      await expect(workbench.squiggles('error')).not.toHaveCount(0);
      const problems = await workbench.problems();
      await expect(problems.filter({ hasText: 'unclosed-tag' })).toHaveCount(1);
      await expect(problems.filter({ hasText: 'trim is probably meant' })).toHaveCount(1);
      await workbench.focusEditor();
      await workbench.page.screenshot({ path: `out/e2e/template-language-${look}.png` });
    });
  }

  test('is completed as it is typed', async ({ workbench }) => {
    await workbench.openFile('new.chat_template.jinja');
    await workbench.focusEditor();
    const { keyboard } = workbench.page;
    await keyboard.type('{{ mess');
    const suggestion = workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'messages' });
    await expect(suggestion.first()).toBeVisible();
    await keyboard.press('Tab');
    await keyboard.type(' | tojso');
    await expect(
      workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'tojson' }).first(),
    ).toBeVisible();
    await workbench.page.screenshot({ path: 'out/e2e/template-completion.png' });
    await keyboard.press('Tab');
    await expect.poll(() => text(workbench)).toBe('{{ messages | tojson}}');
    await workbench.command('workbench.action.files.revert');
  });

  test('explains what is under the pointer, with an example that was rendered', async ({ workbench }) => {
    await workbench.openFile('broken.chat_template.jinja');
    await workbench.focusEditor();
    await workbench.inHost((vscode) => {
      const editor = vscode.window.activeTextEditor;
      const at = editor?.document.positionAt(editor.document.getText().indexOf('generation %}') + 2);
      if (editor !== undefined && at !== undefined) editor.selection = new vscode.Selection(at, at);
    }, undefined);
    await workbench.command('editor.action.showHover');
    const hover = workbench.page.locator('.monaco-hover-content');
    await expect(hover.first()).toContainText('assistant_only_loss');
    await expect(hover.first()).toContainText('Hello<|im_end|>');
    await workbench.page.screenshot({ path: 'out/e2e/template-hover.png' });
    await workbench.page.keyboard.press('Escape');
  });
});

test.describe('a tokenizer_config.json', () => {
  test('shows its template in colours, and opens it for editing', async ({ workbench, folder }) => {
    await workbench.inHost(
      async (vscode, file) => {
        await vscode.window.showTextDocument(vscode.Uri.file(file));
      },
      path.join(folder, 'model/tokenizer_config.json'),
    );
    const line = workbench
      .editor('model/tokenizer_config.json')
      .locator('.view-line', { hasText: 'chat_template' });
    const colours = (): Promise<number> =>
      line.locator('span span').evaluateAll((spans) => new Set(spans.map((span) => span.className)).size);
    await expect.poll(colours).toBeGreaterThan(4);
    await workbench.page.screenshot({ path: 'out/e2e/template-in-json.png' });
    await workbench.page
      .locator('.editor-actions')
      .getByRole('button', { name: 'Edit Template' })
      .first()
      .click();
    await workbench.tab('chat_template.jinja').waitFor();
    await expect.poll(() => text(workbench)).toBe("{% for m in messages %}\n{{ m['content'] }}{% endfor %}");
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('"한"');
    await workbench.page.keyboard.press('Control+s');
    const file = path.join(folder, 'model/tokenizer_config.json');
    const wanted = `${JSON_BEFORE}"{% for m in messages %}\\n{{ m['content'] }}{% endfor %}\\"한\\""${JSON_AFTER}`;
    await expect.poll(() => fs.readFile(file, 'utf8')).toBe(wanted);
  });

  for (const [what, file, sentence] of [
    ['is no JSON', 'broken', 'is no valid JSON at line 1'],
    ['has no template', 'bare', 'holds no chat template'],
  ] as const) {
    test(`that ${what} says so when its template is asked for`, async ({ workbench, folder }) => {
      await workbench.inHost(
        (vscode, path) => vscode.commands.executeCommand('tuningFork.editTemplate', vscode.Uri.file(path)),
        path.join(folder, file, 'tokenizer_config.json'),
      );
      await expect(workbench.toast(sentence)).toBeVisible();
    });
  }
});
