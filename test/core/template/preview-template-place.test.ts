import { describe, expect, test } from 'vitest';
import { templatePlaces } from '../../../src/core/template/preview-template-place.ts';

const template = "{{ 'a\n\"😀' }}x";
const at = template.indexOf('x');

describe('the place of a template', () => {
  test('is its file', () => {
    const places = templatePlaces(template, template);
    expect(places?.inFile({ start: at, end: at + 1 })).toEqual({ start: at, end: at + 1 });
    expect(places?.inTemplate(at)).toBe(at);
  });

  test('is its file without the byte order mark, which editors take away', () => {
    const places = templatePlaces(template, `\ufeff${template}`);
    expect(places?.inFile({ start: at + 1, end: at + 2 })).toEqual({ start: at, end: at + 1 });
    expect(places?.inTemplate(at)).toBe(at + 1);
  });

  test.each([
    ['a string of tokenizer_config.json', { eos_token: 'x', chat_template: template }],
    [
      'one of several',
      {
        chat_template: [
          { name: 'a', template: 'other' },
          { name: 'b', template },
        ],
      },
    ],
  ])('is %s', (_, config) => {
    const file = JSON.stringify(config, null, 2).replace('😀', String.raw`\ud83d\ude00`);
    const places = templatePlaces(file, template);
    for (let index = 0; index < template.length; index++) {
      const range = places?.inFile({ start: index, end: index + 1 });
      expect(JSON.parse(`"${file.slice(range?.start, range?.end)}"`)).toBe(template[index]);
      expect(places?.inTemplate(range?.start ?? -1)).toBe(index);
    }
    const quote = file.indexOf(JSON.stringify(template).slice(0, 6));
    expect(places?.inTemplate(quote)).toBeNull();
    expect(places?.inTemplate(file.length - 1)).toBeNull();
  });

  test('is nowhere once the file has another', () => {
    expect(templatePlaces('{% if', template)).toBeNull();
    expect(templatePlaces('{"chat_template": "other"}', template)).toBeNull();
  });
});
