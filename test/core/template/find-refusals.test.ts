import { describe, expect, test } from 'vitest';
import { findRefusals } from '../../../src/core/template/find-refusals.ts';

const template =
  "{% for m in messages %}\n{% if m.role == 'bad' %}{{ raise_exception('no ' ~ m.content) }}{% endif %}{{ m.role }}{% endfor %}" +
  "{% if messages | length > 2 %}{{ raise_exception('too long') }}{% endif %}";

function refusals(...rows: string[]) {
  const request = {
    rows: rows.map((text, index) => ({ text, row: index + 1 })),
    template,
    specialTokens: {},
    now: '2026-11-24T09:30:00',
  };
  return findRefusals(request).map((found, index) =>
    found === null
      ? null
      : {
          reason: found.error.message,
          line: found.error.line,
          at: rows[index]?.slice(found.start, found.end),
        },
  );
}

const bad = '{"role":"bad","content":"é😀"}';
const good = '{"role":"user","content":"x"}';

describe("a template's refusal", () => {
  test('stands on the message that caused it', () => {
    const at = { reason: expect.stringContaining('no é😀') as string, line: 2, at: bad };
    expect(refusals(`{"messages": [${good}, ${bad}]}`)).toEqual([at]);
    expect(refusals(`{"prompt": [${good}], "completion": [${bad}]}`)).toEqual([at]);
    expect(refusals(`  {"x": "\\u00e9\\"", "messages": [${good},\t${bad}]}\r`)).toEqual([at]);
  });

  test("stands on ShareGPT's message, whose keys have other names", () => {
    const turn = '{"from": "bad", "value": "x"}';
    expect(refusals(`{"conversations": [${turn}]}`)).toMatchObject([{ at: turn }]);
  });

  test('stands on the whole row where no message is to blame', () => {
    const row = `{"messages": [${good},${good},${good}]}`;
    expect(refusals(` ${row} `)).toMatchObject([{ at: row, line: 2 }]);
    expect(refusals('{"messages": []}')).toMatchObject([{ at: '{"messages": []}' }]);
  });

  test('is none of a row that is rendered, is no conversation, or is no JSON', () => {
    expect(refusals(`{"messages": [${good}]}`, '{"text": "a"}', '{', '', '[1]')).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('is none of a text that is no template: that is no fault of the rows', () => {
    const request = {
      rows: [{ text: `{"messages": [${good}]}`, row: 1 }],
      template: '{% if %}',
      specialTokens: {},
    };
    expect(findRefusals({ ...request, now: '2026-11-24T09:30:00' })).toEqual([null]);
  });
});
