// Holds the template engine against the real transformers: every real template at hand × conversations × switches, then generated
// templates. Prints totals and, made small, what differs; exit code 1 if anything does.
//   npm run parity [-- --seed N] [--count N] [--show N] [--python PATH]
//
// What cannot agree, so that it is left out or not generated:
// - an address in memory, as in `<generator object …>` or `<function … at 0x…>`: a text with one is counted as left out;
// - the order in which a set of texts prints: it follows from hashes that differ from run to run (sets are compared sorted or counted);
// - the filter `random` on more than one item and what `lipsum` says: Python's choice has no seed;
// - `is sameas` between equal texts or large ints that came about separately: whether CPython made one object of them;
// - `\\N{…}` with a name outside of the table in syntax/character-names.ts, and HTML 5's rarer entities in `striptags`: refused or
//   left as they are;
// - a conversation that is a list of conversations: transformers then answers with a list of texts.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { differenceOf, isComparable, ourAnswer } from '../test/kit/template-fuzz/differences.ts';
import { fuzz, type FoundDifference } from '../test/kit/template-fuzz/fuzz-run.ts';
import { requestLine } from '../test/kit/template-fuzz/generated-case.ts';
import { PythonOracle } from '../test/kit/template-fuzz/python-oracle.ts';
import { realCases } from '../test/kit/template-fuzz/real-cases.ts';
import { realTemplates } from '../test/kit/template-fuzz/real-templates.ts';
import { reportOf } from '../test/kit/template-fuzz/report.ts';
import { ensurePython } from './python-environment.ts';

const { values } = parseArgs({
  options: {
    python: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    count: { type: 'string', default: '20000' },
    show: { type: 'string', default: '10' },
  },
});

async function compareReal(oracle: PythonOracle, interpreter: string): Promise<FoundDifference[]> {
  const templates = realTemplates(interpreter);
  const cases = realCases(templates);
  const differences: FoundDifference[] = [];
  let rendered = 0;
  for (let start = 0; start < cases.length; start += 500) {
    const part = cases.slice(start, start + 500);
    const lines = part.map(({ request }, i) => requestLine(request, start + i));
    const answers = await oracle.ask(lines);
    for (const [i, { request }] of part.entries()) {
      const answer = answers[i];
      if (answer === undefined || !isComparable(answer)) continue;
      if (answer.ok) rendered++;
      const difference = differenceOf(answer, ourAnswer(lines[i] ?? ''));
      if (difference !== null) differences.push({ index: start + i, request, difference });
    }
  }
  const count = Object.keys(templates).length;
  console.log(
    `real: ${count} templates, ${cases.length} renders, ${rendered} rendered by Python, ${differences.length} different`,
  );
  for (const { index } of differences.slice(0, 50))
    console.log(`  ${cases[index]?.template ?? ''}: ${cases[index]?.name ?? ''}`);
  return differences;
}

async function compareGenerated(
  oracle: PythonOracle,
  seed: number,
  count: number,
): Promise<FoundDifference[]> {
  const { rendered, refused, leftOut, differences } = await fuzz(oracle, seed, count);
  console.log(
    `generated: seed ${seed}, ${count} templates, ${rendered} rendered and ${refused} refused by Python, ${leftOut} left out, ${differences.length} different`,
  );
  return [...differences];
}

const interpreter = values.python ?? process.env['TUNING_FORK_TEST_PYTHON'] ?? (await ensurePython());
const oracle = new PythonOracle(interpreter);
console.log(await oracle.versions);
const differences = [
  ...(await compareReal(oracle, interpreter)),
  ...(await compareGenerated(oracle, Number(values.seed), Number(values.count))),
];
for (const report of await reportOf(differences.slice(0, Number(values.show)), oracle)) console.log(report);
oracle.close();
process.exitCode = differences.length > 0 ? 1 : 0;
