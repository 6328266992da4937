import { describe, expect, test } from 'vitest';
import type { EngineName, EngineRendering } from '../../../src/core/template/engine-verdict.ts';
import { judgeEngine } from '../../../src/core/template/judge-engine.ts';
import type { RenderRequest } from '../../../src/core/template/render-request.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';

const now = '2026-11-24T09:30:00';
const request: RenderRequest = {
  template: '<a>\n{{ messages[0].content }}😀z',
  data: '{"messages":[{"role":"user","content":"Hi"}]}',
  now,
};
const refusing: RenderRequest = { ...request, template: "a\n{{ raise_exception('no') }}" };

function judged(
  rendering: EngineRendering,
  engine: EngineName = 'transformers',
  version = '5.23.0',
  of = request,
) {
  return judgeEngine(of, { engine, version, rendering }, 7);
}

const text = (value: string): EngineRendering => ({ ok: true, text: value });
const refusal: EngineRendering = { ok: false, reason: 'TypeError: no', line: 3 };

describe('the verdict on another engine', () => {
  test('is identical where the texts are, and says when and by which version', () => {
    const same = judged(text('<a>\nHi😀z'));
    expect(same).toEqual({ kind: 'identical', engine: 'transformers', version: '5.23.0', checkedAt: 7 });
  });

  test('is identical where both refuse, whatever their words', () => {
    expect(judged(refusal, 'transformers.js', '0.5.11', refusing)).toMatchObject({ kind: 'identical' });
  });

  test.each([
    ['in the middle', '<a>\nHo😀z', 5],
    ['at the end of the shorter text', '<a>\nHi', 6],
    ['at the end of ours', '<a>\nHi😀z!', 9],
    ['never inside a surrogate pair', '<a>\nHi😃z', 6],
    ['at the start', '', 0],
  ])('names the first character that differs: %s', (_, theirs, at) => {
    expect(judged(text(theirs))).toMatchObject({
      kind: 'differs',
      at,
      ours: '<a>\nHi😀z',
      theirs,
      refusing: null,
    });
  });

  test.each([
    ['<A>', 1],
    ['<a>\nHo', 2],
    ['<a>\nHi😃', 2],
    ['<a>\nHi😀z!', 2],
  ])('names the line of the template that wrote the character: %j', (theirs, templateLine) => {
    expect(judged(text(theirs))).toMatchObject({ templateLine });
  });

  test('counts the lines of a template with any line ends', () => {
    const lines = { ...request, template: 'a\r\nb\rc\nd' };
    const verdict = judged(text('a\nb\nc\ne'), 'transformers', '5.23.0', lines);
    expect(verdict).toMatchObject({ at: 6, templateLine: 4 });
    const apart = { ...request, template: "a\r\n{{ 'b' }}\r{{ 'c' }}\n{{ 'd' }}" };
    expect(judged(text('a\nb\nc\ne'), 'transformers', '5.23.0', apart)).toMatchObject({
      at: 6,
      templateLine: 4,
    });
  });

  test('has the line of the one that refuses', () => {
    expect(judged(refusal)).toMatchObject({
      kind: 'differs',
      refusing: 'theirs',
      templateLine: 3,
      theirs: 'TypeError: no',
      ours: '<a>\nHi😀z',
    });
    expect(judged(text('x'), 'transformers', '5.23.0', refusing)).toMatchObject({
      kind: 'differs',
      refusing: 'ours',
      templateLine: 2,
      theirs: 'x',
    });
  });

  test('is none where a limit of ours ended the rendering', () => {
    const endless = {
      ...request,
      template: '{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}',
    };
    const verdict = judged(text('x'), 'transformers', '5.23.0', endless);
    expect(verdict).toMatchObject({ kind: 'not-checked', message: { id: 'template.too-many-steps' } });
  });

  test.each([
    [
      'transformers.js',
      '0.5.11',
      text('no'),
      'transformers.js gives another text than Python from character 1 on',
    ],
    ['transformers.js', '0.5.11', refusal, 'transformers.js refuses what Python renders (TypeError: no)'],
    [
      'transformers',
      '5.23.1',
      text('no'),
      'Your transformers 5.23.1 gives another text than this preview from character 1 on: that is a bug of the preview.',
    ],
    [
      'transformers',
      '5.23.1',
      refusal,
      'Your transformers 5.23.1 refuses what this preview renders (TypeError: no): that is a bug of the preview.',
    ],
    [
      'transformers',
      '4.50.0',
      text('no'),
      'Your transformers 4.50.0 gives another text from character 1 on than transformers 5.23',
    ],
    ['transformers', '4.50.0', refusal, 'Your transformers 4.50.0 refuses what transformers 5.23 renders'],
  ] as const)('says whose fault it is: %s %s', (engine, version, rendering, sentence) => {
    const verdict = judged(rendering, engine, version);
    if (verdict.kind !== 'differs') throw new Error(verdict.kind);
    expect(formatMessage(verdict.message, 'en')).toContain(sentence);
    expect(formatMessage(verdict.message, 'ko')).not.toContain('{');
  });
});
