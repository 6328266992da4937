import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { probeTemplate } from '../../../../src/core/template/sources/probe-template.ts';
import {
  templateCapabilities,
  type ProbedTemplate,
} from '../../../../src/core/template/sources/template-capabilities.ts';
import { generatedCase } from '../../../kit/template-fuzz/generated-case.ts';

const SEED = Number(process.env['TUNING_FORK_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const GENERATED = 400;

const CHATML =
  "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>\\n' }}{% endfor %}";
const MARKED =
  "{% for m in messages %}{{ '<' + m.role + '>' }}{% if m.role == 'assistant' %}{% generation %}{{ m.content + '</s>' }}" +
  '{% endgeneration %}{% else %}{{ m.content }}{% endif %}{% endfor %}';

function probed(template: string): ProbedTemplate {
  const found = probeTemplate({ template, specialTokens: { bos_token: '<s>' } });
  if (found.kind !== 'probed') throw new Error(found.error.message);
  return found;
}

describe('what a template supports', () => {
  it('a plain loop keeps every turn, and knows no tools, thinking or marks', () => {
    expect(probed(CHATML)).toEqual({
      kind: 'probed',
      content: 'text',
      system: 'kept',
      multiTurn: 'shown',
      tools: 'dropped',
      toolCalls: 'dropped',
      toolResults: 'shown',
      reasoning: 'dropped',
      thinkingSwitches: [],
      answerMarks: 'none',
      endOfTurn: 'not-asked',
      prefix: 'not-asked',
    });
  });

  it.each<[ProbedTemplate['system'], string]>([
    ['kept', `{% for m in messages %}[{{ m.role }}]{{ m.content | trim }}{% endfor %}`],
    [
      'merged',
      "{{ bos_token }}{% if messages[0].role == 'system' %}{% set rules = messages[0].content + '\n\n' %}{% set messages = messages[1:] %}{% endif %}" +
        '{% for m in messages %}<turn>{{ m.role }}\n{% if loop.first %}{{ rules }}{% endif %}{{ m.content }}</turn>{% endfor %}',
    ],
    ['dropped', "{% for m in messages if m.role != 'system' %}<{{ m.role }}>{{ m.content }}{% endfor %}"],
    [
      'refused',
      "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no') }}{% endif %}<{{ m.role }}>{{ m.content }}{% endfor %}",
    ],
  ])('a system message is %s', (system, template) => {
    expect(probed(template).system).toBe(system);
  });

  it('a word in a comment or behind a condition that never holds is no support', () => {
    const template = `{# tools tool_calls enable_thinking reasoning_content generation system #}{% if false %}{{ tools }}{% endif %}${CHATML}`;
    expect(probed(template)).toEqual(probed(CHATML));
  });

  it('tools, calls and results each count for themselves', () => {
    const calls = '{% for c in m.tool_calls or [] %}{{ c.function | tojson }}{% endfor %}';
    const template = `{{ tools | tojson }}{% for m in messages %}{% if m.role != 'tool' %}<{{ m.role }}>{{ m.content }}${calls}{% endif %}{% endfor %}`;
    expect(probed(template)).toMatchObject({
      tools: 'shown',
      toolCalls: 'shown',
      toolResults: 'dropped',
      prefix: 'not-asked',
    });
  });

  it('a template that wants ids of calls, or their arguments as text, supports calls', () => {
    const ids = `{% for m in messages %}<{{ m.role }}>{{ m.content }}{% for c in m.tool_calls or [] %}{{ c.function.name + c.id + (c.function.arguments | tojson) }}{% endfor %}{% endfor %}`;
    expect(probed(ids)).toMatchObject({ toolCalls: 'shown', toolResults: 'shown' });
    const text = `{% for m in messages %}<{{ m.role }}>{{ m.content }}{% for c in m.tool_calls or [] %}{{ c.function.name + c.function.arguments }}{% endfor %}{% endfor %}`;
    expect(probed(text)).toMatchObject({ toolCalls: 'shown', toolResults: 'shown', prefix: 'kept' });
  });

  it('a prefix that the next message rewrites is told', () => {
    const template = `{% for m in messages %}<{{ m.role }}>{% if loop.last and m.role == 'assistant' %}<think></think>{% endif %}{{ m.content }}{% for c in m.tool_calls or [] %}{{ c.function | tojson }}{% endfor %}{% endfor %}`;
    expect(probed(template).prefix).toBe('changed');
  });

  it.each<[ProbedTemplate['reasoning'], string]>([
    ['every-turn', 'true'],
    ['last-turn', 'loop.last'],
    ['every-turn', 'enable_thinking'],
    ['dropped', 'false'],
  ])('thinking is shown: %s where %s', (reasoning, condition) => {
    const template = `{% for m in messages %}<{{ m.role }}>{% if ${condition} %}{{ m.reasoning_content }}{% endif %}{{ m.content }}{% endfor %}`;
    expect(probed(template).reasoning).toBe(reasoning);
  });

  it('a switch for thinking is one that changes the text', () => {
    const end = (condition: string): string =>
      `${CHATML}{% if add_generation_prompt and ${condition} %}<think></think>{% endif %}`;
    expect(probed(end('not enable_thinking')).thinkingSwitches).toEqual(['enable_thinking']);
    expect(probed(end("reasoning_effort == 'low'")).thinkingSwitches).toEqual(['reasoning_effort']);
    expect(probed(end('thinking is defined')).thinkingSwitches).toEqual([]);
  });

  it.each<[ProbedTemplate['answerMarks'], string]>([
    ['answers', MARKED],
    ['none', CHATML],
    ['some', MARKED.replace("m.role == 'assistant'", "m.role == 'assistant' and loop.last")],
    ['misplaced', MARKED.replace("m.role == 'assistant'", "m.role == 'user'")],
    ['misplaced', MARKED.replace("m.role == 'assistant'", 'true')],
    ['answers', `🙂🙂🙂${MARKED}`],
  ])('answer marks: %s', (answerMarks, template) => {
    expect(probed(template).answerMarks).toBe(answerMarks);
  });

  it.each<[ProbedTemplate['endOfTurn'], string]>([
    ['marked', MARKED],
    ['marked', MARKED.replace("'</s>'", "'</s>\\n'")],
    ['unmarked', MARKED.replace(" + '</s>'", '')],
    ['unmarked', MARKED.replace("'</s>'", "' \\n'")],
    ['not-asked', CHATML],
    ['not-asked', MARKED.replace("m.role == 'assistant'", "m.role == 'user'")],
  ])('the end of a turn is %s', (endOfTurn, template) => {
    expect(probed(template).endOfTurn).toBe(endOfTurn);
  });

  it('several turns may be left out or refused', () => {
    expect(probed('{{ messages[0].content }}').multiTurn).toBe('dropped');
    expect(probed(`{{ raise_exception('one') if messages | length > 1 }}${CHATML}`)).toMatchObject({
      multiTurn: 'refused',
      system: 'refused',
    });
  });

  it('a template for lists of parts is probed with them', () => {
    const template = `{% for m in messages %}<{{ m.role }}>{% for p in m.content %}{{ p.text + '' }}{% endfor %}{% endfor %}`;
    expect(probed(template)).toMatchObject({ content: 'parts', system: 'kept', multiTurn: 'shown' });
  });

  it('one that cannot even ask a question says why', () => {
    const broken = probeTemplate({ template: '{% for %}', specialTokens: {} });
    expect(broken).toMatchObject({ kind: 'refused', error: { line: 1 } });
    const picky = probeTemplate({ template: "{{ raise_exception('never') }}", specialTokens: {} });
    expect(picky).toMatchObject({ kind: 'refused', error: { message: 'never' } });
  });

  it('one that never ends is stopped by its limits', () => {
    const endless = '{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}';
    expect(probeTemplate({ template: endless, specialTokens: {} }).kind).toBe('refused');
  });

  it(`${GENERATED} generated templates are all told of, whatever they do, seed ${SEED}`, () => {
    const kinds = new Set<string>();
    for (let index = 0; index < GENERATED; index++) {
      const template = JSON.parse(new Map(generatedCase(SEED, index)).get('template') ?? '') as string;
      const found = v.parse(templateCapabilities, probeTemplate({ template, specialTokens: {} }));
      kinds.add(found.kind);
    }
    expect(kinds).toEqual(new Set(['probed', 'refused']));
  });
});
