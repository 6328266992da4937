import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import { glossary } from '../../../src/core/text/glossary.ts';
import { everySentence, everyTable } from '../../kit/every-sentence.ts';

const termsOfTheField = [
  'word.dataset',
  'word.chat-template',
  'word.trained-tokens',
  'word.step',
  'word.epoch',
  'word.loss',
  'word.eval-loss',
  'word.gradient-norm',
  'word.learning-rate',
  'word.held-out',
  'word.checkpoint',
] as const;

/** A sentence without placeholders and options, which are no words. */
function withoutCode(sentence: string): string {
  return sentence.replace(/\{\w+\}|--\S+ \w+/g, '');
}

describe('the catalogue of sentences', () => {
  test('has no id twice', () => {
    const ids = everyTable.flatMap((table) => Object.keys(table));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has the same placeholders in both languages', () => {
    for (const [id, { en, ko }] of Object.entries(everySentence)) {
      const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
      expect(names(ko), id).toEqual(names(en));
    }
  });

  test('is written without exclamation marks, and Korean sentences end politely', () => {
    for (const [id, { en, ko }] of Object.entries(everySentence)) {
      expect(en + ko, id).not.toMatch(/[!！]/);
      if (/[가-힣]\.$/.test(ko)) expect(ko, id).toMatch(/(다|오|까|건|개|행)\.$/);
    }
  });

  test('uses the words of the glossary: trained tokens, never labels', () => {
    for (const [id, { en, ko }] of Object.entries(everySentence)) {
      expect(en, id).not.toMatch(/\blabels?\b(?! and squiggles)/i);
      if (/trained tokens/i.test(en)) expect(ko, id).toContain(glossary['word.trained-tokens'].ko);
    }
  });

  test('says each term of the field in Korean as the glossary does', () => {
    for (const [id, { en, ko }] of Object.entries(everySentence)) {
      for (const term of termsOfTheField) {
        const { en: english, ko: korean } = glossary[term];
        if (!new RegExp(`\\b${english}\\b`, 'i').test(withoutCode(en))) continue;
        expect(ko, `${id} says "${english}"`).toContain(korean.replace(/\(.*\)$/, ''));
      }
    }
  });

  test('says one thing in the singular and several in the plural, with thousands separators', () => {
    const say = (rows: number): string => formatMessage({ id: 'dataset.view.rows', args: { rows } }, 'en');
    expect([say(0), say(1), say(1800)]).toEqual(['0 rows', '1 row', '1,800 rows']);
  });

  test('shows what it does not know instead of hiding it', () => {
    expect(formatMessage({ id: 'no.such.id', args: { a: 1 } }, 'en')).toBe('no.such.id {"a":1}');
  });
});
