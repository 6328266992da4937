import { describe, expect, test } from 'vitest';
import { batchLine } from '../../../src/core/template/batch-line.ts';
import { answerBatchLine } from '../../../src/core/template/batch-request.ts';
import { fixtureConversations } from '../../../src/core/template/fixture-conversations.ts';
import { renderChatTemplate } from '../../../src/core/template/render-chat-template.ts';
import type { RenderRequest } from '../../../src/core/template/render-request.ts';

const template =
  '{{ bos_token }}{{ messages | string }}{{ tools }}{{ documents }}{{ a }}{{ strftime_now("%d") }}{{ add_generation_prompt }}';
const now = '2020-02-03T00:00:00';

function answered(request: RenderRequest): unknown {
  return JSON.parse(answerBatchLine(batchLine(request), 'another time'));
}

describe('a request as a line of render --batch', () => {
  test.for([
    ...fixtureConversations.map(({ json }) => json),
    '{"messages":[{"role":"user","content":"\\ud800 😀","n":[1.0,NaN,123456789012345678901]}],"kwargs":{"a":{"b":[]}},"documents":[{"text":"t"}]}',
  ])('is answered as the request itself: %#', (data) => {
    const request: RenderRequest = {
      template,
      data,
      addGenerationPrompt: true,
      specialTokens: { bos_token: '<s>' },
      now,
    };
    const own = renderChatTemplate(request);
    expect(answered(request)).toEqual({ id: null, ...own });
    expect(own.ok).toBe(true);
  });

  test('keeps the final message to continue', () => {
    const data = '{"messages":[{"role":"user","content":"so far ","thinking":"t"}]}';
    for (const continueFinalMessage of [true, 'thinking']) {
      const request = {
        template: '{{ messages[0].content }}|{{ messages[0].thinking }}!',
        data,
        continueFinalMessage,
        now,
      };
      expect(answered(request)).toEqual({ id: null, ...renderChatTemplate(request) });
    }
  });

  test('is ASCII on one line', () => {
    const line = batchLine({ template: 'é\n\u2028', data: '{"messages":["😀\\n"]}', now });
    expect(line).toMatch(/^[ -~]*$/);
  });

  test('cannot be made of data that are no JSON object', () => {
    expect(() => batchLine({ template: '', data: '[]', now })).toThrow('no object');
    expect(() => batchLine({ template: '', data: '{', now })).toThrow('Expecting property name');
  });
});
