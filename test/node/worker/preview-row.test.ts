import { describe, expect, test } from 'vitest';
import { nodeAt } from '../../../src/core/dataset/json/locate.ts';
import { parsePositioned } from '../../../src/core/dataset/json/positioned-json.ts';
import { pieceAt } from '../../../src/core/template/preview-places.ts';
import type { PreviewRendering, PreviewRequest } from '../../../src/core/template/preview-rendering.ts';
import { trainingSwitches, type PreviewSwitches } from '../../../src/core/template/preview-switches.ts';
import { previewRow } from '../../../src/node/worker/preview-row.ts';

const template = [
  "{%- for m in messages %}{{ '<|im_start|>' + m.role + '\\n' }}",
  "{%- if m.role == 'assistant' %}{% generation %}{{ m.content | trim }}<|im_end|>{% endgeneration %}",
  '{%- else %}{{ m.content }}<|im_end|>{% endif %}',
  "{{ '\\n' }}{% endfor %}",
  "{%- if enable_thinking %}{{ '<think>' }}{% endif %}",
  "{%- if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}",
].join('\n');
const chat = {
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: ' Hello ' },
  ],
};

function preview(
  row: unknown,
  more: Partial<Omit<PreviewRequest, 'switches'>> = {},
  switches: Partial<PreviewSwitches> = {},
) {
  return previewRow({
    rowText: JSON.stringify(row),
    row: 1,
    template,
    specialTokens: { eos_token: '<|im_end|>' },
    now: '2026-11-24T09:30:00',
    tokenizer: null,
    answersOnly: true,
    completionOnly: true,
    switches: { ...trainingSwitches, ...switches },
    ...more,
  });
}

function rendered(result: PreviewRendering): Extract<PreviewRendering, { kind: 'rendered' }> {
  if (result.kind !== 'rendered') throw new Error(JSON.stringify(result));
  return result;
}

/** The texts of flat ranges. */
function cut(text: string, ranges: readonly number[]): string[] {
  return ranges.filter((_, i) => i % 2 === 0).map((start, i) => text.slice(start, ranges[i * 2 + 1]));
}

function owners({
  text,
  stretches,
}: {
  text: string;
  stretches: ReturnType<typeof rendered>['stretches'];
}): [string, string][] {
  return stretches.map(({ start, owner }, i) => [
    owner.kind === 'message' ? owner.role : owner.kind,
    text.slice(start, stretches[i + 1]?.start),
  ]);
}

describe('a row for the preview', () => {
  test('has its messages, its special tokens and what is trained', () => {
    const result = rendered(preview(chat));
    expect(result.text).toBe('<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nHello<|im_end|>\n');
    expect(owners(result)).toEqual([
      ['user', '<|im_start|>user\nHi<|im_end|>\n'],
      ['assistant', '<|im_start|>assistant\nHello<|im_end|>\n'],
    ]);
    expect(cut(result.text, result.special)).toEqual([
      '<|im_start|>',
      '<|im_end|>',
      '<|im_start|>',
      '<|im_end|>',
    ]);
    expect(cut(result.text, result.trained)).toEqual(['Hello<|im_end|>']);
    expect([result.training, result.answers]).toEqual(['answers', 1]);
  });

  test('knows where each character stands in the row, whatever its columns are called', () => {
    const row = {
      conversations: [
        { from: 'user', value: 'Hi' },
        { from: 'assistant', value: '  Hello' },
      ],
    };
    const result = rendered(preview(row));
    const found = pieceAt(result.pieces, result.text.indexOf('ello'));
    expect(found?.piece.data).toEqual({ path: ['conversations', 1, 'value'], offset: 2 });
  });

  test('has pieces that cover the text, and data with the same characters in the row', () => {
    const result = rendered(preview(chat));
    const json = parsePositioned(JSON.stringify(chat));
    let at = 0;
    let compared = 0;
    for (const { length, data } of result.pieces) {
      const node = json.ok && data !== null ? nodeAt(json.root, data.path)?.node : undefined;
      if (node?.kind === 'string' && data?.offset !== null && data !== null) {
        expect(node.value.slice(data.offset, data.offset + length)).toBe(result.text.slice(at, at + length));
        compared++;
      }
      at += length;
    }
    expect(at).toBe(result.text.length);
    expect(compared).toBeGreaterThan(3);
  });

  test('is trained as a whole, or after its prompt, where the recipe does not train answers only', () => {
    const whole = rendered(preview(chat, { answersOnly: false }));
    expect([whole.training, whole.trained]).toEqual(['everything', [0, whole.text.length]]);
    const [user, assistant] = chat.messages;
    const split = rendered(preview({ prompt: [user], completion: [assistant] }, { answersOnly: false }));
    expect(split.training).toBe('completion');
    expect(cut(split.text, split.trained)).toEqual(['Hello<|im_end|>\n']);
    const both = rendered(
      preview({ prompt: [user], completion: [assistant] }, { answersOnly: false, completionOnly: false }),
    );
    expect([both.training, both.trained]).toEqual(['everything', [0, both.text.length]]);
  });

  test('says so when answers alone are trained and none is marked', () => {
    const result = rendered(preview(chat, { template: '{{ messages[0].content }}' }));
    expect([result.training, result.trained]).toEqual(['nothing', []]);
  });

  test('names the first character that another day changes', () => {
    const dated = "On {{ strftime_now('%d %B %Y') }}: {{ messages[0].content }}";
    expect(rendered(preview(chat, { template: dated })).dated).toBe(3);
    expect(
      rendered(preview(chat, { template: "{% if false %}{{ strftime_now('%d') }}{% endif %}" })).dated,
    ).toBeNull();
    expect(rendered(preview(chat)).dated).toBeNull();
  });

  test('leads to the message that is refused', () => {
    const refusing =
      "{% for m in messages %}{% if m.role == 'assistant' %}{{ raise_exception('no') }}{% endif %}{% endfor %}";
    const row = { prompt: [chat.messages[0]], completion: [chat.messages[1]] };
    expect(preview(row, { template: refusing })).toMatchObject({
      kind: 'refused',
      error: { message: 'no', messageIndex: 1 },
      path: ['completion', 0],
    });
  });

  test('is told apart from what is no conversation', () => {
    expect(preview({ text: 'plain' })).toMatchObject({ kind: 'no-conversation' });
  });
});

describe('switches', () => {
  test('give a generation prompt, which is its own stretch', () => {
    const result = rendered(preview(chat, {}, { addGenerationPrompt: true }));
    expect(owners(result).at(-1)).toEqual(['generation-prompt', '<|im_start|>assistant\n']);
  });

  test('continue the final message, also one in parts', () => {
    const parts = { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] };
    const printing = "{{ messages[0].content[0].text }} {{ strftime_now('%Y') }}!";
    const result = rendered(
      preview(parts, { template: `${printing}{# content #}` }, { continueFinalMessage: true }),
    );
    expect(result.text).toBe('Hi');
    expect(rendered(preview(chat, {}, { continueFinalMessage: true })).text).toMatch(/Hello$/);
  });

  test('set variables, and unset what the row sets', () => {
    const thinking = { ...chat, chat_template_kwargs: { enable_thinking: true } };
    expect(rendered(preview(thinking)).text).toContain('<think>');
    expect(rendered(preview(thinking, {}, { variables: { enable_thinking: null } })).text).not.toContain(
      '<think>',
    );
    expect(rendered(preview(chat, {}, { variables: { enable_thinking: 'true' } })).text).toContain('<think>');
    expect(rendered(preview(thinking)).variables).toEqual([
      { name: 'enable_thinking', tested: true, ofRow: 'true' },
    ]);
  });

  test('replace the tools of the row, and what they write comes from no row', () => {
    const row = { ...chat, tools: [{ name: 'of the row' }] };
    const printing = '{% for t in tools or [] %}{{ t.name }}{% endfor %}.';
    const withTools = (tools: PreviewSwitches['tools']) =>
      rendered(preview(row, { template: printing }, { tools }));
    expect(withTools({ kind: 'row' }).text).toBe('of the row.');
    expect(withTools({ kind: 'none' }).text).toBe('.');
    const other = withTools({ kind: 'file', name: 'tools.json', json: '[{"name": "other"}]', count: 1 });
    expect(other.text).toBe('other.');
    expect(other.pieces.every(({ data }) => data === null)).toBe(true);
    const inText = { ...chat, tools: '[{"name": "in a text"}]' };
    const [first] = rendered(preview(inText, { template: printing })).pieces;
    expect(first?.data).toEqual({ path: ['tools'], offset: null });
  });
});
