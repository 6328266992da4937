import { describe, expect, it } from 'vitest';
import { FILTER_NAMES } from '../../../../src/core/template/filters/filter-names.ts';
import { TEST_NAMES } from '../../../../src/core/template/filters/tests.ts';
import { newContext } from '../../../../src/core/template/globals.ts';
import { BLOCK_TAGS, PLAIN_TAGS } from '../../../../src/core/template/language/block-tags.ts';
import { FILTER_DOCS } from '../../../../src/core/template/language/docs/filter-docs.ts';
import {
  COLLECTION_METHOD_DOCS,
  TEXT_METHOD_DOCS,
} from '../../../../src/core/template/language/docs/method-docs.ts';
import { STATEMENT_DOCS } from '../../../../src/core/template/language/docs/statement-docs.ts';
import { TEST_DOCS } from '../../../../src/core/template/language/docs/test-docs.ts';
import {
  FUNCTION_DOCS,
  LOOP_DOCS,
  MESSAGE_DOCS,
  VARIABLE_DOCS,
} from '../../../../src/core/template/language/docs/variable-docs.ts';
import { KNOWN_VARIABLES } from '../../../../src/core/template/language/known-variables.ts';
import { renderChatTemplate } from '../../../../src/core/template/render-chat-template.ts';

const TABLES = {
  FILTER_DOCS,
  TEST_DOCS,
  TEXT_METHOD_DOCS,
  COLLECTION_METHOD_DOCS,
  STATEMENT_DOCS,
  VARIABLE_DOCS,
  FUNCTION_DOCS,
  LOOP_DOCS,
  MESSAGE_DOCS,
};
const docs = Object.values(TABLES).flatMap((table) => Object.entries(table));

describe('what is told about the template language', () => {
  it('covers every filter, test, statement, function and variable', () => {
    expect(Object.keys(FILTER_DOCS).toSorted()).toEqual([...FILTER_NAMES].toSorted());
    expect(Object.keys(TEST_DOCS).toSorted()).toEqual(
      [...TEST_NAMES].filter((name) => /^\w+$/.test(name)).toSorted(),
    );
    expect(Object.keys(STATEMENT_DOCS).toSorted()).toEqual(
      [...Object.keys(BLOCK_TAGS), ...PLAIN_TAGS, 'else', 'elif', 'raw'].toSorted(),
    );
    expect(Object.keys(FUNCTION_DOCS).toSorted()).toEqual([...newContext().keys()].toSorted());
    expect(Object.keys(VARIABLE_DOCS)).toEqual(expect.arrayContaining([...KNOWN_VARIABLES]));
  });

  it.each(docs.filter(([, { example }]) => example !== undefined))(
    'the example of %s renders, and is about it',
    (name, { example = '' }) => {
      const result = renderChatTemplate({
        template: example,
        data: '{"messages": [{"role": "user", "content": "Hi"}]}',
        now: '2026-11-26T09:30:00',
      });
      expect(result.ok ? 'rendered' : result.error.message).toBe('rendered');
      expect(example).toMatch(new RegExp(`\\b${name}\\b`));
    },
  );

  it('is said in both languages, without exclamation marks, and politely in Korean', () => {
    for (const [name, { text, signature }] of docs) {
      expect(signature, name).not.toBe('');
      const [en, ko] = [text.en.replace('!=', ''), text.ko.replace('!=', '')];
      expect(en, name).toMatch(/^[A-Z’tls][^!]*\.$/);
      expect(ko, name).toMatch(/^[^!]*(다|오)\.$/);
      expect(ko, name).toMatch(/[가-힣]/);
    }
  });
});
