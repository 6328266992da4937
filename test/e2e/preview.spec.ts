import fs from 'node:fs/promises';
import path from 'node:path';
import { environmentForTraining } from './training.ts';
import { expect, test } from './fixtures.ts';
import {
  characterOf,
  clickCharacter,
  copied,
  cursorOf,
  openPreview,
  putCursor,
  replaceText,
  seriousViolations,
} from './preview-page.ts';

const template = [
  '{%- for m in messages %}',
  "{{- '<|im_start|>' + m.role + '\\n' }}",
  "{%- if m.role == 'assistant' %}",
  "{%- if enable_thinking is defined and not enable_thinking %}{{- '<think>\\n\\n</think>\\n' }}{% endif %}",
  "{%- generation %}{{- m.content | trim + '<|im_end|>' }}{%- endgeneration %}",
  "{{- '\\n' }}",
  '{%- else %}',
  "{{- m.content + '<|im_end|>\\n' }}",
  '{%- endif %}',
  '{%- endfor %}',
  "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{% endif %}",
  '',
].join('\n');
const rows = [
  String.raw`{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Say \"hi\"\n\ud83d\ude00!"},{"role":"assistant","content":"  Hi there."}]}`,
  '{"conversations":[{"from":"user","value":"Second row"},{"from":"assistant","value":"Yes."}]}',
];

const longAnswer = Array.from(
  { length: 40_000 },
  (_, i) => `line ${i + 1} of the answer ${'<|x|>'.repeat(i % 3)}`,
);
longAnswer[20_000] = 'y'.repeat(100_000);
const longRow = JSON.stringify({
  messages: [
    { role: 'user', content: 'Count.' },
    { role: 'assistant', content: longAnswer.join('\n') },
  ],
});

test.use({
  serverSettings: { env: environmentForTraining() },
  files: {
    'chat_template.jinja': template,
    'other.jinja': template.replaceAll('<|im_end|>', '</s>'),
    'recipe.sft.yaml': [
      'model_name_or_path: nowhere',
      'dataset_name: data',
      'chat_template_path: chat_template.jinja',
      'assistant_only_loss: true',
      '',
    ].join('\n'),
    'data/test.jsonl': `${longRow}\n`,
    'data/train.jsonl': `${rows.join('\n')}\n`,
  },
});

test('shows the messages of the row, each with its role, its tokens as chips and what is trained', async ({
  workbench,
}) => {
  const page = await openPreview(workbench);
  const rendered = page.locator('#rendered');
  const text =
    '<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nSay "hi"\n😀!<|im_end|>\n<|im_start|>assistant\nHi there.<|im_end|>\n';
  await expect.poll(() => rendered.textContent()).toBe(text);
  const owners = rendered.locator('.message').evaluateAll((all) => all.map((each) => each.ariaLabel));
  expect(await owners).toEqual(['system messages[0]', 'user messages[1]', 'assistant messages[2]']);
  await expect(rendered.locator('.special')).toHaveText([
    '<|im_start|>',
    '<|im_end|>',
    '<|im_start|>',
    '<|im_end|>',
    '<|im_start|>',
    '<|im_end|>',
  ]);
  await expect(rendered.locator('.trained')).toHaveText(['Hi there.<|im_end|>']);
});

test('says of a stretch under the pointer which message and which template line it came from', async ({
  workbench,
}) => {
  const page = await openPreview(workbench);
  await page.locator('#rendered').hover({ position: await characterOf(page, 'there.') });
  await expect(page.getByRole('tooltip')).toContainText('messages[2].content · template line 5');
  await page.locator('#rendered').hover({ position: await characterOf(page, 'assistant') });
  await expect(page.getByRole('tooltip')).toContainText('messages[2].role · template line 2');
});

test('shows where a character came from, in the row and in the template', async ({ workbench }) => {
  const page = await openPreview(workbench);
  await clickCharacter(page, 'there.');
  await expect(workbench.tab('chat_template.jinja')).toBeVisible();
  await clickCharacter(page, 'there.', ['Control']);
  await workbench.until(() => cursorOf(workbench), {
    file: 'train.jsonl',
    before: rows[0]!.slice(0, rows[0]!.indexOf('there.')),
  });
});

test('follows the cursor through the row and through the template', async ({ workbench }) => {
  const page = await openPreview(workbench);
  const marked = page.locator('#rendered .marked');
  await putCursor(workbench, 'train.jsonl', String.raw`hi\"`);
  await expect(marked).toHaveText(['h']);
  await putCursor(workbench, 'train.jsonl', String.raw`\ude00`);
  await expect(marked).toHaveCount(1);
  await putCursor(workbench, 'train.jsonl', '"system"');
  await expect(marked).toHaveText(['system']);
  await putCursor(workbench, 'train.jsonl', 'Second');
  await expect(marked).toHaveText(['S']);
  await expect(page.locator('#rendered')).toContainText('Second row');
  await putCursor(workbench, 'chat_template.jinja', 'm.content | trim');
  await expect(marked).toHaveText(['Yes.']);
});

test('sees what is typed into the template before it is saved', async ({ workbench }) => {
  const page = await openPreview(workbench);
  await replaceText(
    workbench,
    'chat_template.jinja',
    "m.content + '<|im_end|>",
    "m.content | upper + '<|im_end|>",
  );
  await expect(page.locator('#rendered')).toContainText('BE BRIEF.');
  await replaceText(workbench, 'train.jsonl', 'Be brief.', 'Be long.');
  await expect(page.locator('#rendered')).toContainText('BE LONG.');
});

test.describe('the switches', () => {
  test('change the text, say that training does not use them, and survive a reload', async ({
    workbench,
  }) => {
    let page = await openPreview(workbench);
    await page.getByRole('button', { name: 'Switches' }).click();
    const prompt = page.getByRole('radiogroup', { name: 'add_generation_prompt' });
    await prompt.getByText('on', { exact: true }).click();
    await expect(page.locator('#rendered .message').last()).toHaveAttribute(
      'aria-label',
      'generation prompt',
    );
    await expect(page.locator('.preview-foot')).toContainText('not as in training: add_generation_prompt');
    const thinking = page.getByRole('radiogroup', { name: 'enable_thinking' });
    await thinking.getByText('false', { exact: true }).click();
    await expect(page.locator('#rendered')).toContainText('<think>');
    await expect(thinking.getByRole('radio', { name: 'unset' })).not.toBeChecked();
    // what an earlier test had open may be kept still: a template beside the row, or the preview without a row
    await workbench.reload(
      /^(?![^]*chat_template\.jinja)(?=[^]*resourceJSON[^]*train\.jsonl)[^]*tuningFork\.preview/,
    );
    page = await workbench.webviewFrame('#rendered .line');
    await expect(page.locator('#rendered')).toContainText('<think>');
    await expect(page.getByRole('radio', { name: 'false', exact: true })).toBeChecked();
    await page.getByRole('button', { name: 'As in training' }).click();
    await expect(page.locator('#rendered')).not.toContainText('<think>');
    await expect(page.locator('.preview-foot')).not.toContainText('not as in training');
  });

  test('stand side by side in the matrix, which shows what differs', async ({ workbench }) => {
    const page = await openPreview(workbench);
    await page.getByRole('button', { name: 'Matrix' }).click();
    const columns = page.locator('.matrix-column');
    await expect(columns).toHaveCount(6);
    await expect(columns.nth(1)).toContainText('add_generation_prompt: true');
    await expect(columns.nth(1).locator('ins')).toHaveText(['<|im_start|>assistant']);
    await page.getByRole('checkbox', { name: 'enable_thinking' }).click();
    await expect(columns).toHaveCount(2);
    await page.getByRole('checkbox', { name: 'tools' }).click();
    await expect(columns).toHaveCount(4);
    await expect(page.getByRole('checkbox', { name: 'enable_thinking' })).toBeDisabled();
  });
});

test('another template is compared in a diff editor, and the first difference is said', async ({
  workbench,
}) => {
  const page = await openPreview(workbench);
  await page.getByRole('button', { name: 'Compare with another template' }).click();
  await workbench.quickInput.pick('other.jinja');
  await expect(workbench.page.locator('.monaco-diff-editor').first()).toBeVisible();
  await expect(page.locator('.preview-notes')).toContainText(
    'other.jinja differs from character 30 on: here line 8 writes "|im_end|>\\n<|", there line 8 writes "/s>\\n<|im_sta".',
  );
  await page.getByRole('button', { name: 'Show: other.jinja' }).click();
  await expect(page.locator('#rendered .marked')).toHaveText(['|']);
  await workbench.command('workbench.action.focusFirstEditorGroup');
  await workbench.command('workbench.action.closeActiveEditor');
  await putCursor(workbench, 'train.jsonl', 'Second');
  await expect(page.locator('.preview-notes')).toHaveCount(0);
});

test('a conversation that comes with the product is shown instead of the row', async ({ workbench }) => {
  const page = await openPreview(workbench);
  await page.getByRole('button', { name: 'row 1 of 2' }).click();
  await workbench.quickInput.pick('Korean');
  await expect(page.locator('#rendered')).toContainText('서울특별시입니다.');
  await putCursor(workbench, 'train.jsonl', 'Second');
  await expect(page.locator('#rendered')).toContainText('서울특별시입니다.');
});

test('what is copied is the text itself, and Python that gives it', async ({ workbench }) => {
  const page = await openPreview(workbench);
  const clipboard = () => workbench.inHost((vscode) => vscode.env.clipboard.readText(), undefined);
  await page.getByRole('button', { name: 'Copy the rendered text' }).click();
  await expect.poll(clipboard).toMatch(/^<\|im_start\|>system\nBe brief\.<\|im_end\|>\n/);
  await page.getByRole('button', { name: 'Copy the Python call' }).click();
  await expect.poll(clipboard).toContain('apply_chat_template(');
  await page.locator('#rendered').focus();
  await workbench.page.keyboard.press('Control+a');
  expect(await copied(page)).toBe(await page.locator('#rendered').textContent());
});

test('the caret moves by keys, says where it is, and Enter shows that place', async ({ workbench }) => {
  const page = await openPreview(workbench);
  await page.locator('#rendered').focus();
  const keyboard = workbench.page.keyboard;
  await keyboard.press('Control+Home');
  await expect(page.locator('.caret-origin')).toHaveText('template line 2');
  await keyboard.press('ArrowDown');
  await expect(page.locator('.caret-origin')).toHaveText('messages[0].content · template line 8');
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  await expect(page.locator('.caret-origin')).toHaveText('template line 8');
  await keyboard.press('Home');
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+Enter');
  const before = rows[0]!.slice(0, rows[0]!.indexOf('e brief'));
  await workbench.until(() => cursorOf(workbench), { file: 'train.jsonl', before });
});

test('a row of more than a megabyte is drawn as far as it is in view, and copied as a whole', async ({
  workbench,
}) => {
  const page = await openPreview(workbench, 'test.jsonl');
  const rendered = page.locator('#rendered');
  await expect(rendered).toContainText('line 1 of the answer');
  const nodes = () => page.evaluate<number>(`document.querySelectorAll('#rendered *').length`);
  expect(await nodes()).toBeLessThan(1500);
  await rendered.focus();
  await workbench.page.keyboard.press('Control+End');
  await expect(rendered).toContainText('line 40000 of the answer');
  expect(await nodes()).toBeLessThan(1500);
  await expect(page.locator('.caret')).toBeVisible();
  const inView = await page.evaluate<boolean>(`(() => {
    const caret = document.querySelector('.caret').getBoundingClientRect();
    const view = document.querySelector('.preview-scroll').getBoundingClientRect();
    return caret.top >= view.top && caret.bottom <= view.bottom;
  })()`);
  expect(inView).toBe(true);
  await workbench.page.keyboard.press('Control+a');
  expect((await copied(page)).length).toBeGreaterThan(1_000_000);
});

test.describe('accessibility', () => {
  for (const theme of [
    'Dark Modern',
    'Light Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ]) {
    test(`axe finds nothing serious in ${theme}`, async ({ workbench }) => {
      await workbench.inHost(async (vscode, name) => {
        await vscode.workspace
          .getConfiguration()
          .update('workbench.colorTheme', name, vscode.ConfigurationTarget.Global);
      }, theme);
      const page = await openPreview(workbench);
      await page.getByRole('button', { name: 'Switches' }).click();
      await page
        .getByRole('radiogroup', { name: 'add_generation_prompt' })
        .getByText('on', { exact: true })
        .click();
      await page.getByRole('button', { name: 'Matrix' }).click();
      await page.locator('.matrix-column').nth(1).waitFor();
      await page.locator('#rendered').focus();
      await page.locator('.engines').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    });
  }
});

test('a row that the template refuses leads to its template line and to its message', async ({
  workbench,
}) => {
  await openPreview(workbench);
  const refusing =
    "{%- if m.role == 'user' %}{{ raise_exception('No users') }}{% endif %}{{- m.content + '<|im_end|>\\n' }}";
  await replaceText(workbench, 'chat_template.jinja', "{{- m.content + '<|im_end|>\\n' }}", refusing);
  const page = await workbench.webviewFrame('.preview-state');
  await expect(page.getByText('refuses this row on line 8')).toBeVisible();
  await page.getByRole('button', { name: 'Show message 2' }).click();
  const before = rows[0]!.slice(0, rows[0]!.indexOf('{"role":"user"'));
  await workbench.until(() => cursorOf(workbench), { file: 'train.jsonl', before });
  await page.getByRole('button', { name: 'Show template line 8' }).click();
  await workbench.until(() => cursorOf(workbench), { file: 'chat_template.jinja', before: '' });
});

test('other engines are asked: transformers.js at once, Python when it is wanted', async ({ workbench }) => {
  const page = await openPreview(workbench);
  const engines = page.locator('.engines li');
  await expect(engines.nth(0)).toContainText(/transformers.js .* identical/);
  await expect(engines.nth(1)).toContainText('transformers not checked');
  await page.getByRole('button', { name: 'Ask transformers' }).click();
  await expect(engines.nth(1)).toContainText(/transformers 5\..* identical/, { timeout: 60_000 });
  await putCursor(workbench, 'train.jsonl', 'Second');
  await expect(engines.nth(1)).toContainText('transformers not checked');
  await replaceText(
    workbench,
    'chat_template.jinja',
    '{%- for m in messages %}',
    '{{- none }}{%- for m in messages %}',
  );
  await page.getByRole('button', { name: 'differs at character 1' }).click();
  await expect(page.locator('#rendered .marked')).toHaveText(['N']);
  await expect(engines.nth(0)).toContainText('transformers.js gives another text than Python');
});

test('tools come from a file, also from the answer of an MCP server', async ({ workbench, folder }) => {
  const tools = {
    tools: [{ name: 'get_weather', description: 'The weather.', inputSchema: { type: 'object' } }],
  };
  await fs.writeFile(path.join(folder, 'mcp.json'), JSON.stringify({ jsonrpc: '2.0', id: 1, result: tools }));
  const page = await openPreview(workbench);
  await replaceText(
    workbench,
    'chat_template.jinja',
    '{%- for m in messages %}',
    '{{- tools | tojson }}{%- for m in messages %}',
  );
  await expect(page.locator('#rendered')).toContainText('null<|im_start|>');
  await page.getByRole('button', { name: 'Switches' }).click();
  await page.getByRole('radiogroup', { name: 'tools' }).getByText('from a file…').click();
  // The dialog fills its box late.
  await expect(workbench.quickInput.box).toHaveValue(/\/data\/$/);
  await workbench.quickInput.fill(`${folder}/`);
  await workbench.quickInput.pick('mcp.json');
  await expect(page.locator('#rendered')).toContainText('"parameters": {"type": "object"}');
  await expect(page.locator('.switches')).toContainText('mcp.json: 1 tool');
  await expect(page.locator('.unlike-training')).toContainText('tools');
});

test('a part of the text is copied without the marks that the page draws', async ({ workbench }) => {
  const page = await openPreview(workbench);
  await page.evaluate(`(() => {
    const lines = document.querySelectorAll('#rendered .line');
    document.getSelection().setBaseAndExtent(lines[1].querySelector('span'), 0, lines[3], 0);
  })()`);
  await expect.poll(() => copied(page)).toBe('Be brief.<|im_end|>\n<|im_start|>user\n');
  await page.locator('#rendered').focus();
  for (const key of ['Control+Home', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowLeft'])
    await workbench.page.keyboard.press(key);
  expect(await copied(page)).toBe('Be brief.<|im_end|>\n');
});

test('a template inside tokenizer_config.json is marked in its JSON, and seen as it is typed', async ({
  workbench,
  folder,
}) => {
  const config = { eos_token: '</s>', chat_template: '{% for m in messages %}{{ m.content }}\n{% endfor %}' };
  await fs.mkdir(path.join(folder, 'model'));
  await fs.writeFile(path.join(folder, 'model/tokenizer_config.json'), JSON.stringify(config, null, 2));
  const page = await openPreview(workbench);
  await page.getByRole('button', { name: 'template chat_template.jinja' }).click();
  await workbench.quickInput.pick('model');
  await expect(page.locator('#rendered')).toHaveText(/^Be brief\./);
  await putCursor(workbench, 'tokenizer_config.json', 'm.content');
  await expect(page.locator('#rendered .marked').first()).toHaveText('Be brief.');
  await replaceText(workbench, 'tokenizer_config.json', 'm.content', 'm.role');
  await expect(page.locator('#rendered')).toHaveText(/^system/);
});
