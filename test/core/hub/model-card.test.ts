import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { modelCard, type CardData } from '../../../src/core/hub/model-card.ts';

const fixtures = path.resolve('test/fixtures/cards');

function card(name: string): { data: CardData; text: string } {
  const data = JSON.parse(fs.readFileSync(path.join(fixtures, name, 'card.json'), 'utf8')) as CardData;
  return { data, text: modelCard(data) };
}

describe('modelCard', () => {
  it.each(fs.readdirSync(fixtures))('writes the card of %s (UPDATE_GOLDENS=1 rewrites it)', (name) => {
    const golden = path.join(fixtures, name, 'README.md');
    const { text } = card(name);
    if (process.env['UPDATE_GOLDENS'] === '1') fs.writeFileSync(golden, text);
    expect(text).toBe(fs.readFileSync(golden, 'utf8'));
  });

  it('says no base model, licence or language that is not known', () => {
    const metadata = parse(card('model').text.split('---\n')[1] ?? '') as Record<string, unknown>;
    expect(Object.keys(metadata)).toEqual(['library_name', 'model_name', 'pipeline_tag', 'datasets', 'tags']);
    expect(metadata['tags']).toEqual(['generated_from_trainer', 'trl', 'sft', 'hf_jobs']);
  });

  it('hides secrets, and keeps what a model wrote inside its cell', () => {
    expect(card('model').text).not.toContain('hf_abc');
    const { text } = card('compared');
    expect(text).not.toMatch(/<script|^# heading/m);
    const rows = text.split('\n').filter((line) => line.startsWith('| A \\| pipe'));
    expect(rows).toHaveLength(1);
  });
});
