import { expect, test } from './fixtures.ts';
import {
  characterOf,
  clickCharacter,
  cursorOf,
  openPreview,
  putCursor,
  replaceText,
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

test.use({
  files: { 'chat_template.jinja': template, 'data/train.jsonl': `${rows.join('\n')}\n` },
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
