import { expect, test } from 'vitest';
import { configTemplate } from '../../../src/core/template/preview-config-template.ts';

const several = JSON.stringify({
  chat_template: [
    { name: 'default', template: 'd' },
    { name: 'tool_use', template: 't' },
    { name: 'rag', template: 'r' },
  ],
});

test('the template of a tokenizer_config.json that is being edited', () => {
  expect(configTemplate('{"chat_template": "a\\nb"}', null, true)).toBe('a\nb');
  expect(configTemplate(several, null, false)).toBe('d');
  expect(configTemplate(several, null, true)).toBe('t');
  expect(configTemplate(several, 'rag', true)).toBe('r');
  expect(configTemplate(several, 'gone', true)).toBeNull();
});

test('there is none in what is no JSON yet, or has no template', () => {
  expect(configTemplate('{"chat_template": "a', null, false)).toBeNull();
  expect(configTemplate('{"eos_token": "a"}', null, false)).toBeNull();
  expect(configTemplate('{"chat_template": []}', null, false)).toBeNull();
});
