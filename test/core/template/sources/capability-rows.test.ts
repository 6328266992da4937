import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { capabilityRows, refusalMessage } from '../../../../src/core/template/sources/capability-rows.ts';
import {
  templateCapabilities,
  type ProbedTemplate,
} from '../../../../src/core/template/sources/template-capabilities.ts';
import { templateCatalogue } from '../../../../src/core/template/sources/template-catalogue.ts';
import { isRepositoryId } from '../../../../src/core/hub/repository-id.ts';
import { everySentence } from '../../../kit/every-sentence.ts';
import { formatMessage } from '../../../../src/core/text/format-message.ts';

const best: ProbedTemplate = {
  kind: 'probed',
  content: 'text',
  system: 'kept',
  multiTurn: 'shown',
  tools: 'shown',
  toolCalls: 'shown',
  toolResults: 'shown',
  reasoning: 'every-turn',
  thinkingSwitches: ['enable_thinking'],
  answerMarks: 'answers',
  endOfTurn: 'marked',
  prefix: 'kept',
};

/** Every template that differs from the best in one value. */
function others(): ProbedTemplate[] {
  const probed = templateCapabilities.options[0].entries;
  return Object.entries(probed).flatMap(([key, schema]) =>
    schema.type === 'picklist'
      ? schema.options.map((value) => v.parse(templateCapabilities.options[0], { ...best, [key]: value }))
      : [],
  );
}

describe('the lines about what a template supports', () => {
  it('have a sentence for every value in both languages', () => {
    const all = [...others(), { ...best, thinkingSwitches: [] }];
    expect(all.length).toBeGreaterThan(25);
    for (const { name, value } of all.flatMap(capabilityRows)) {
      expect(everySentence).toHaveProperty([name.id]);
      expect(everySentence).toHaveProperty([value.id]);
    }
  });

  it('are good news alone for the best template, and tell the switches by their names', () => {
    const rows = capabilityRows(best);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['yes', 'neutral']));
    expect(rows.map(({ value }) => formatMessage(value, 'en'))).toContain('enable_thinking');
  });

  it('are one sentence for a template that renders nothing', () => {
    const refused = refusalMessage({ kind: 'refused', error: { message: 'no' } });
    expect(refused && formatMessage(refused, 'en')).toBe('Refuses even one question: no');
    const detail = { id: 'template.too-many-steps', args: { limit: 7 } };
    const endless = refusalMessage({ kind: 'refused', error: { message: 'steps', detail } });
    expect(endless && formatMessage(endless, 'en')).toContain('more than 7 steps');
    expect(refusalMessage(best)).toBeNull();
  });
});

describe('the catalogue', () => {
  it('names each model once, as the Hub names it, and knows the families that people ask for', () => {
    const ids = templateCatalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toSatisfy((text: string) => isRepositoryId(text) && text.includes('/'));
    const families = templateCatalogue.map(({ family }) => family).join(' ');
    for (const family of [
      'SmolLM2',
      'SmolLM3',
      'Qwen3',
      'Llama',
      'Gemma',
      'Phi',
      'Mistral',
      'gpt-oss',
      'DeepSeek',
    ])
      expect(families).toContain(family);
  });
});
