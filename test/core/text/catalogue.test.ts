import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue, messageTables } from '../../../src/core/text/catalogue.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import { glossary } from '../../../src/core/text/glossary.ts';

const source = path.resolve(import.meta.dirname, '../../../src');

function sourceText(): string {
  const files = fs.readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => fs.readFileSync(path.join(source, file), 'utf8'))
    .join('\n');
}

describe('the catalogue of sentences', () => {
  test('has no id twice', () => {
    const ids = messageTables.flatMap((table) => Object.keys(table));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has the same placeholders in both languages', () => {
    for (const [id, { en, ko }] of Object.entries(catalogue)) {
      const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
      expect(names(ko), id).toEqual(names(en));
    }
  });

  test('is written without exclamation marks, and Korean sentences end politely', () => {
    for (const [id, { en, ko }] of Object.entries(catalogue)) {
      expect(en + ko, id).not.toMatch(/[!！]/);
      if (/[가-힣]\.$/.test(ko)) expect(ko, id).toMatch(/(다|오|까)\.$/);
    }
  });

  test('uses the words of the glossary: trained tokens, never labels', () => {
    for (const [id, { en, ko }] of Object.entries(catalogue)) {
      expect(en, id).not.toMatch(/\blabels?\b(?! and squiggles)/i);
      if (/trained tokens/i.test(en)) expect(ko, id).toContain(glossary['word.trained-tokens'].ko);
    }
  });

  test('holds every id of the glossary that is used, and uses every id that it holds', () => {
    const text = sourceText();
    for (const id of Object.keys(glossary)) expect(text.split(`'${id}'`).length, id).toBeGreaterThan(2);
  });

  test('shows what it does not know instead of hiding it', () => {
    expect(formatMessage({ id: 'no.such.id', args: { a: 1 } }, 'en')).toBe('no.such.id {"a":1}');
  });
});
