import { describe, expect, test } from 'vitest';
import { fixtureConversations } from '../../../src/core/template/fixture-conversations.ts';
import { renderData } from '../../../src/core/template/render-chat-template.ts';
import { rowConversation } from '../../../src/core/template/row-conversation.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import { PythonOracle } from '../../kit/template-fuzz/python-oracle.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
const chatml =
  "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + (message['content'] or '') + '<|im_end|>' + '\\n' }}{% endfor %}";
const now = '2026-11-24T09:30:00';

if (python === undefined)
  console.log(
    'fixture conversations: not compared, TUNING_FORK_TEST_PYTHON names no Python with transformers',
  );

describe('a fixture conversation', () => {
  test('has an id of its own and a title in both languages', () => {
    const ids = fixtureConversations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(12);
    for (const { title } of fixtureConversations) {
      expect(formatMessage(title, 'ko'), title.id).toMatch(/[가-힣]/);
      expect(formatMessage(title, 'en'), title.id).not.toContain('fixture.');
    }
  });

  test.for(fixtureConversations.map((each) => [each.id, each] as const))(
    '%s is a row that is rendered',
    ([, { json }]) => {
      const read = rowConversation(json, 1);
      if (!read.ok) throw new Error(JSON.stringify(read.message));
      const partsNeedAnotherTemplate = json.includes('"type":"text"');
      const result = renderData({ template: chatml, now }, read.data);
      expect(result.ok).toBe(!partsNeedAnotherTemplate);
    },
  );

  test.skipIf(python === undefined)('is rendered and refused as transformers does', async () => {
    const oracle = new PythonOracle(python ?? '');
    const lines = fixtureConversations.map(({ json }) => {
      const { messages, tools } = JSON.parse(json) as { messages: unknown; tools?: unknown };
      return JSON.stringify({ template: chatml, messages, tools });
    });
    const answers = await oracle.ask(lines);
    oracle.close();
    const ours = fixtureConversations.map(({ json }) => {
      const read = rowConversation(json, 1);
      const result = read.ok ? renderData({ template: chatml, now }, read.data) : null;
      return result?.ok === true ? result.text : null;
    });
    expect(ours).toEqual(answers.map((answer) => (answer.ok ? answer.text : null)));
    expect(ours.filter((text) => text !== null).length).toBeGreaterThan(12);
  });
});
