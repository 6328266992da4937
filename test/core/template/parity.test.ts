import { describe, expect, it } from 'vitest';
import { isComparable, differenceOf, ourAnswer } from '../../kit/template-fuzz/differences.ts';
import { fuzz } from '../../kit/template-fuzz/fuzz-run.ts';
import { requestLine } from '../../kit/template-fuzz/generated-case.ts';
import { PythonOracle } from '../../kit/template-fuzz/python-oracle.ts';
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
    const oracle = new PythonOracle(python ?? '');
    const cases = realCases(realTemplates(python ?? '')).filter(({ name }) => !name.endsWith('thinking off'));
    const lines = cases.map(({ request }, i) => requestLine(request, i));
    const answers = await oracle.ask(lines);
    oracle.close();
    const different = answers.flatMap((answer, i) => {
      const difference = isComparable(answer) ? differenceOf(answer, ourAnswer(lines[i] ?? '')) : null;
      return difference === null
        ? []
        : [{ template: cases[i]?.template, name: cases[i]?.name, ...difference }];
    });
    expect(different).toEqual([]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(cases.length / 2);
  });

  it(`${SAMPLE} generated templates, seed ${SEED}`, { timeout: 300_000 }, async () => {
    const oracle = new PythonOracle(python ?? '');
    const result = await fuzz(oracle, SEED, SAMPLE);
    const report = await reportOf(result.differences.slice(0, 5), oracle);
    oracle.close();
    expect(report).toEqual([]);
    expect(result.rendered).toBeGreaterThan(SAMPLE / 5);
  });
});
