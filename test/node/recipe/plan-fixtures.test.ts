import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { speakPlan } from '../../../src/core/recipe/speak-plan.ts';
import { buildPlan } from '../../../src/node/recipe/build-plan.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/recipes');
const cases = fs.readdirSync(fixtures).sort();

/** An interpreter that has everything, on a computer without a GPU. */
const python = {
  path: '/python',
  version: '3.11.7',
  packages: {
    torch: '2.13.0+cpu',
    transformers: '5.23.0',
    trl: '1.16.0',
    datasets: '5.2.0',
    peft: '0.21.2',
    accelerate: '1.15.0',
  },
  source: { id: 'python.source.named' },
};

/** The plan of a fixture in English, with the fixture's folder taken out of every path. */
async function planOf(name: string): Promise<unknown> {
  const cwd = path.join(fixtures, name);
  const env = { HOME: cwd, HF_HOME: path.join(cwd, 'hub-home') };
  const { plan, launch } = await buildPlan({ recipePath: 'recipe.sft.yaml', cwd, python, env });
  const text = JSON.stringify({ plan: speakPlan(plan, 'en'), launch });
  return JSON.parse(text.replaceAll(cwd, '.')) as unknown;
}

describe('buildPlan on the recipes of test/fixtures/recipes', () => {
  it.each(cases)('%s', async (name) => {
    const golden = path.join(fixtures, name, 'plan.json');
    const found = await planOf(name);
    if (process.env['UPDATE_GOLDENS'] === '1') {
      fs.writeFileSync(golden, `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(found).toEqual(JSON.parse(fs.readFileSync(golden, 'utf8')));
  });

  it('never repeats a token that stands in a recipe', async () => {
    for (const name of cases.filter((each) => each.includes('token'))) {
      expect(JSON.stringify(await planOf(name))).not.toMatch(/hf_[A-Z]{10}/);
    }
  });

  it('knows the token that was pasted into VS Code where a recipe pushes, and does not repeat it', async () => {
    const cwd = path.join(fixtures, 'push-public');
    const request = { recipePath: 'recipe.sft.yaml', cwd, python, env: { HOME: cwd } };
    const tokenLine = async (secret: string | null): Promise<unknown> => {
      const { plan } = await buildPlan({ ...request, secret: async () => secret });
      expect(JSON.stringify(plan)).not.toContain('hf_pasted');
      return plan.lines.find((line) => line.id === 'token');
    };
    expect(await tokenLine('hf_pasted')).toMatchObject({
      severity: 'ok',
      how: { args: { source: 'VS Code' } },
    });
    expect(await tokenLine(null)).toMatchObject({ severity: 'error' });
  });

  it('says every line in Korean too', async () => {
    for (const name of cases) {
      const cwd = path.join(fixtures, name);
      const env = { HOME: cwd, HF_HOME: path.join(cwd, 'hub-home') };
      const { plan } = await buildPlan({ recipePath: 'recipe.sft.yaml', cwd, python: null, env });
      for (const line of speakPlan(plan, 'ko').lines) {
        expect([line.what, line.value, line.how ?? '', line.todo ?? ''].join('|')).not.toMatch(
          /plan\.|recipe\.[a-z-]+ \{|\{\w+\}/,
        );
      }
    }
  });
});
