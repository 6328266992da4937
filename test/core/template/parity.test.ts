import { describe, expect, it } from 'vitest';
import { compareAll, fuzz } from '../../kit/template-fuzz/fuzz-run.ts';
import { Oracles } from '../../kit/template-fuzz/oracles.ts';
import { realCases } from '../../kit/template-fuzz/real-cases.ts';
import { realTemplates } from '../../kit/template-fuzz/real-templates.ts';
import { reportOf } from '../../kit/template-fuzz/report.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
/** Generated templates of one run; `npm run parity` takes many more, and all switches. */
const SAMPLE = 2000;
const SEED = Number(process.env['TUNING_FORK_SEED'] ?? Math.floor(Math.random() * 1_000_000));

if (python === undefined)
  console.log('parity: skipped, TUNING_FORK_TEST_PYTHON names no Python with transformers and TRL');

describe.skipIf(python === undefined)('chat templates are rendered as transformers renders them', () => {
  it('every real template with every conversation', { timeout: 300_000 }, async () => {
    const oracles = new Oracles(python ?? '');
    const cases = realCases(realTemplates(python ?? '')).filter(({ name }) => !name.endsWith('thinking off'));
    const { rendered, differences } = await compareAll(
      oracles,
      cases.map(({ request }) => request),
    );
    oracles.close();
    const named = differences.map(({ index, difference }) => ({
      ...cases[index],
      request: null,
      ...difference,
    }));
    expect(named).toEqual([]);
    expect(rendered).toBeGreaterThan(cases.length / 2);
  });

  it(`${SAMPLE} generated templates, seed ${SEED}`, { timeout: 300_000 }, async () => {
    const oracles = new Oracles(python ?? '');
    const { rendered, differences } = await fuzz(oracles, SEED, SAMPLE);
    const report = await reportOf(differences.slice(0, 5), oracles);
    oracles.close();
    expect(report).toEqual([]);
    expect(rendered).toBeGreaterThan(SAMPLE / 5);
  });
});
