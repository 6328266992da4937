import { describe, expect, test } from 'vitest';
import type { PreviewRequest } from '../../../src/core/template/preview-rendering.ts';
import { trainingSwitches } from '../../../src/core/template/preview-switches.ts';
import { renderChatTemplate } from '../../../src/core/template/render-chat-template.ts';
import { previewMatrix } from '../../../src/node/worker/preview-matrix.ts';
import { previewRow } from '../../../src/node/worker/preview-row.ts';
import { switchedRequest } from '../../../src/node/worker/switched-request.ts';

const template = [
  "{% for m in messages %}{{ m.role + ': ' + m.content + '\\n' }}{% endfor %}",
  "{%- if enable_thinking %}{{ 'thinking\\n' }}{% elif enable_thinking is defined %}{{ raise_exception('must think') }}{% endif %}",
  "{%- if add_generation_prompt %}{{ 'assistant:' }}{% endif %}",
].join('\n');
const row = { messages: [{ role: 'user', content: 'Hi' }], tools: [{ n: 1.0 }] };
const request: PreviewRequest = {
  rowText: JSON.stringify(row).replace('"n":1', '"n":1.0'),
  row: 1,
  template,
  specialTokens: { bos_token: '<s>' },
  now: '2026-11-24T09:30:00',
  tokenizer: null,
  answersOnly: true,
  completionOnly: true,
  switches: trainingSwitches,
};

describe('the matrix of a row', () => {
  const names = ['add_generation_prompt', 'enable_thinking'];
  const columns = previewMatrix({ request, names });

  test('tells of each combination what it changes', () => {
    expect(columns).toHaveLength(6);
    expect(columns[0]).toEqual({
      settings: [],
      outcome: { kind: 'rendered', changes: [{ kind: 'same', lines: 1 }], tokens: null, answers: 0 },
    });
    expect(columns[3]).toMatchObject({
      settings: [
        { name: 'add_generation_prompt', value: 'true' },
        { name: 'enable_thinking', value: 'true' },
      ],
      outcome: {
        changes: [
          { kind: 'same', lines: 1 },
          { kind: 'added', text: 'thinking\n' },
          { kind: 'added', text: 'assistant:' },
        ],
      },
    });
  });

  test('names the combinations that the template refuses', () => {
    expect(columns[4]).toMatchObject({ outcome: { kind: 'refused', error: { message: 'must think' } } });
  });

  test('is empty for a row that is no conversation', () => {
    expect(previewMatrix({ request: { ...request, rowText: '{"text": "a"}' }, names })).toEqual([]);
  });
});

describe('the request of a row', () => {
  test('is the call that gives the same text, with numbers as they are written', () => {
    const switched = {
      ...request,
      switches: { ...trainingSwitches, addGenerationPrompt: true, variables: { enable_thinking: 'true' } },
    };
    const call = switchedRequest(switched);
    expect(call?.data).toContain('"n":1.0');
    const preview = previewRow(switched);
    expect(call === null ? null : renderChatTemplate(call)).toMatchObject({
      text: preview.kind === 'rendered' ? preview.text : '',
    });
  });

  test('is none for a row that is no conversation', () => {
    expect(switchedRequest({ ...request, rowText: 'no json' })).toBeNull();
  });
});
