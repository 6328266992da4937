import fs from 'node:fs/promises';
import path from 'node:path';
import type { Camera } from './camera.ts';
import type { SampleWindow } from './sample-window.ts';

/** A template with mistakes of several kinds, as it may stand there while it is written. */
const TEMPLATE = `{#- The sample's template, while somebody works on it. -#}
{%- macro header(role) -%}
<|im_start|>{{ role }}
{% endmacro %}
{%- if date_string is not defined %}
  {%- set date_string = strftime_now('%d %b %Y') %}
{%- endif %}
{%- for message in messages %}
  {{- header(message.role) }}
  {%- if message.role == 'assistant' %}
    {%- generation %}
      {{- message.reasoning_content.strip() ~ message.content | trimm }}
    {%- endgeneration %}
  {%- elif message.role == 'assistant' %}
    {{- mesages[0] }}
  {%- endif %}
  {{- '<|im_end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
  {{- '<|im_start|>assistant\\n' }}
`;

/** The editor of a chat template: its colours, its findings, and what is told about a statement. */
export async function takeTemplate({ workbench, project }: SampleWindow, camera: Camera): Promise<void> {
  const name = 'draft.chat_template.jinja';
  await fs.writeFile(path.join(project, name), TEMPLATE);
  await camera.dress();
  await workbench.openFile(name);
  const problems = await workbench.problems();
  await problems.filter({ hasText: 'unclosed-tag' }).first().waitFor();
  await workbench.focusEditor();
  await workbench.inHost((vscode) => {
    const editor = vscode.window.activeTextEditor;
    const at = editor?.document.positionAt(editor.document.getText().indexOf('generation %}') + 2);
    if (editor !== undefined && at !== undefined) editor.selection = new vscode.Selection(at, at);
  }, undefined);
  await camera.take('template', async () => {
    await workbench.squiggles('error').first().waitFor();
    await workbench.focusEditor();
    await workbench.command('editor.action.showHover');
    await workbench.page.locator('.monaco-hover-content').first().waitFor();
  });
  await workbench.page.keyboard.press('Escape');
  await workbench.reset();
  await fs.rm(path.join(project, name));
}
