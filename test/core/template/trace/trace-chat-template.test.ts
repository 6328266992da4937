import { describe, expect, it } from 'vitest';
import { parsePythonJson } from '../../../../src/core/template/python-json.ts';
import { renderData } from '../../../../src/core/template/render-chat-template.ts';
import { traceChatTemplate } from '../../../../src/core/template/trace/trace-chat-template.ts';
import { PyDict } from '../../../../src/core/template/values/dict.ts';
import { generatedCase, requestLine } from '../../../kit/template-fuzz/generated-case.ts';
import { realCases } from '../../../kit/template-fuzz/real-cases.ts';
import { realTemplates } from '../../../kit/template-fuzz/real-templates.ts';
import { traceProblems } from '../../../kit/template-fuzz/trace-problems.ts';
import { requestOf } from '../request-of.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
const SAMPLE = 5000;
const SEED = Number(process.env['TUNING_FORK_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** Each stretch as [text, the template's text, data path, offset]. */
function traced(template: string, data: object): unknown[] {
  const read = parsePythonJson(JSON.stringify({ messages: [{ role: 'user', content: 'Hi' }], ...data }));
  if (!(read instanceof PyDict)) throw new Error('the data are an object');
  const result = traceChatTemplate({ template, now: '2026-01-02T03:04:05' }, read);
  if (!result.ok) throw new Error(result.error.message);
  let at = 0;
  return (result.pieces ?? []).map(({ length, template: [start, end], data: place }) => {
    const text = result.text.slice(at, (at += length));
    const from = template.slice(start, end);
    return place === null ? [text, from] : [text, from, place.path.join('/'), place.offset];
  });
}

const CONTENT = 'messages/0/content';

function ofContent(template: string, content: unknown): unknown[] {
  return traced(template, { messages: [{ role: 'user', content }] });
}

describe('where each stretch of a rendered text comes from', () => {
  it('text of the template, and text of the data that is printed', () => {
    expect(
      ofContent("<s>{% for m in messages %}{{ '[' + m['role'] + '] ' + m.content }}{% endfor %}", 'Hi'),
    ).toEqual([
      ['<s>', '<s>'],
      ['[', "'['"],
      ['user', "m['role']", 'messages/0/role', 0],
      ['] ', "'] '"],
      ['Hi', 'm.content', CONTENT, 0],
    ]);
  });

  it.each([
    ['{{ c.strip() }}', '  Hi ', [['Hi', 'c', CONTENT, 2]]],
    ['{{ c|trim }}', '\n Hi', [['Hi', 'c', CONTENT, 2]]],
    ["{{ c.rstrip('!') }}", 'Hi!!', [['Hi', 'c', CONTENT, 0]]],
    ['{{ c[2:] }}', '👍👍ok', [['ok', 'c', CONTENT, 4]]],
    ['{{ c[-1] }}', 'abc', [['c', 'c', CONTENT, 2]]],
    ['{{ c|upper }}', 'abc', [['ABC', 'c', CONTENT, 0]]],
    [
      "{{ c.split('</think>')[-1].lstrip('\\n') }}",
      'a</think>\n\nb',
      [['b', "c.split('</think>')[-1]", CONTENT, 11]],
    ],
    [
      "{% for p in c.split('aba') %}{{ p }}{% endfor %}",
      '1abaa',
      [
        ['1', 'p', CONTENT, 0],
        ['a', 'p', CONTENT, 4],
      ],
    ],
    [
      "{{ c.split()|join('+') }}",
      ' a  b',
      [
        ['a', "c.split()|join('+')", CONTENT, 1],
        ['+', "'+'"],
        ['b', "c.split()|join('+')", CONTENT, 4],
      ],
    ],
    [
      "{{ ', '.join(c.splitlines()) }}",
      'a\r\nb',
      [
        ['a', "', '.join(c.splitlines())", CONTENT, 0],
        [', ', "', '"],
        ['b', "', '.join(c.splitlines())", CONTENT, 3],
      ],
    ],
    [
      "{{ c.replace('x', '-') }}",
      'axbx',
      [
        ['a', 'c', CONTENT, 0],
        ['-', "'-'"],
        ['b', 'c', CONTENT, 2],
        ['-', "'-'"],
      ],
    ],
    ["{{ c.partition(':')[2] }}", 'a:b', [['b', "c.partition(':')[2]", CONTENT, 2]]],
    ["{{ c|default('none') }}", 'a', [['a', 'c', CONTENT, 0]]],
    ["{{ c if c else 'none' }}", 'a', [['a', 'c', CONTENT, 0]]],
    [
      '{% set x %}<{{ c }}>{% endset %}{{ x }}',
      'a',
      [
        ['<', '<'],
        ['a', 'c', CONTENT, 0],
        ['>', '>'],
      ],
    ],
    ["{% set ns = namespace(x='') %}{% set ns.x = c %}{{ ns.x }}", 'a', [['a', 'ns.x', CONTENT, 0]]],
    [
      "{% macro m(t, end='.') %}{{ t }}{{ end }}{% endmacro %}{{ m(c) }}",
      'a',
      [
        ['a', 't', CONTENT, 0],
        ['.', "'.'"],
      ],
    ],
    ['{% filter trim %} {{ c }} {% endfilter %}', 'a', [['a', 'c', CONTENT, 0]]],
    ["{{ '%s!' % c }}", 'a', [['a!', "'%s!' % c", CONTENT, null]]],
    ['{{ c|tojson }}', 'a"', [['"a\\""', 'c|tojson', CONTENT, null]]],
  ])('%s', (template, content, expected) => {
    expect(ofContent(`{% set c = messages[0].content %}${template}`, content)).toEqual(expected);
  });

  it('parts of a content list, keys and values of a dict, numbers as a whole', () => {
    const content = [{ type: 'text', text: 'a' }, { type: 'image' }, { type: 'text', text: 'b' }];
    const template =
      "{% for m in messages %}{% for p in m.content if p.type == 'text' %}{{ p['text'] }}{% endfor %}{% endfor %}";
    expect(ofContent(template, content)).toEqual([
      ['a', "p['text']", `${CONTENT}/0/text`, 0],
      ['b', "p['text']", `${CONTENT}/2/text`, 0],
    ]);
    const tools = [{ name: 'f', size: 3 }];
    expect(traced('{% for k, v in tools[0].items() %}{{ k }}={{ v }};{% endfor %}', { tools })).toEqual([
      ['name', 'k', 'tools/0/name', null],
      ['=', '='],
      ['f', 'v', 'tools/0/name', 0],
      [';', ';'],
      ['size', 'k', 'tools/0/size', null],
      ['=', '='],
      ['3', 'v', 'tools/0/size', null],
      [';', ';'],
    ]);
    expect(traced('{{ tools[0]|tojson }}', { tools })).toEqual([
      ['{"name": "f", "size": 3}', 'tools[0]|tojson', 'tools/0', null],
    ]);
  });

  it('a message that is continued: its own characters, without the mark', () => {
    const data = PyDict.of([
      ['messages', parsePythonJson('[{"role": "assistant", "content": [{"type": "text", "text": "So "}]}]')],
    ]);
    const template = '{{ messages[0].content[0].text }}</s>';
    const settings = { template, now: '2026-01-02T03:04:05', continueFinalMessage: true };
    for (let round = 0; round < 2; round++) {
      expect(traceChatTemplate(settings, data)).toMatchObject({
        text: 'So ',
        pieces: [{ length: 3, data: { path: ['messages', 0, 'content', 0, 'text'], offset: 0 } }],
      });
    }
  });

  it.each([
    [
      'many pieces',
      "{% for a in range(1000) %}{% for b in range(999) %}{{ 'x' }}{{ b }}{% endfor %}{% endfor %}",
    ],
    [
      'a text that a loop makes longer',
      '{% set ns = namespace(x="a") %}{% for i in range(9000) %}{% set ns.x = (ns.x + "bc")[1:] %}{% endfor %}{{ ns.x }}',
    ],
  ])('nothing where it would take too long to follow: %s', (_, template) => {
    const data = PyDict.of([['messages', parsePythonJson('[{"role": "user", "content": "Hi"}]')]]);
    const { pieces, ...result } = traceChatTemplate({ template, now: '2026-01-02T03:04:05' }, data);
    expect(pieces).toBeUndefined();
    expect(result).toEqual(renderData({ template, now: '2026-01-02T03:04:05' }, data));
    expect(result.ok).toBe(true);
  });

  it('a text that a loop puts together from hundreds of parts', () => {
    const template =
      '{% set ns = namespace(x="") %}{% for m in messages %}{% set ns.x = ns.x + m.content %}{% endfor %}{{ ns.x }}';
    const messages = Array.from({ length: 700 }, (_, n) => ({ role: 'user', content: `${n};` }));
    const pieces = traced(template, { messages });
    expect(pieces).toHaveLength(700);
    expect(pieces[650]).toEqual(['650;', 'm.content', 'messages/650/content', 0]);
  });

  it('in a template with Windows line ends, the places of the template as it was given', () => {
    expect(ofContent('a\r\n{{ messages[0].content }}\r\nb', 'Hi')).toEqual([
      ['a\n', 'a\r\n'],
      ['Hi', 'messages[0].content', CONTENT, 0],
      ['\nb', '\r\nb'],
    ]);
  });
});

describe('tracing changes no byte, and each stretch has the characters that it names', () => {
  it(`${SAMPLE} generated templates, seed ${SEED}`, { timeout: 120_000 }, () => {
    const wrong: unknown[] = [];
    for (let index = 0; index < SAMPLE && wrong.length < 5; index++) {
      const request = requestOf(requestLine(generatedCase(SEED, index), 0));
      const problems = traceProblems(request);
      if (problems.length > 0) wrong.push({ index, template: request.template, problems });
    }
    expect(wrong).toEqual([]);
  });

  it.skipIf(python === undefined)('every real template with every conversation', { timeout: 120_000 }, () => {
    const wrong = realCases(realTemplates(python ?? '')).flatMap(({ template, name, request }) => {
      const problems = traceProblems(requestOf(requestLine(request, 0)));
      return problems.length === 0 ? [] : [{ template, name, problems }];
    });
    expect(wrong).toEqual([]);
  });
});
