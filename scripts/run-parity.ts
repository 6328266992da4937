// Holds the template engine against the real transformers: every real template at hand × conversations × switches, then generated
// templates; and what tracing adds against the renderings and their data. Prints totals and, made small, what differs; exit code 1 if anything does.
//   npm run parity [-- --seed N] [--count N] [--show N] [--python PATH]
//
// What cannot agree:
// - what Python itself answers otherwise in another process is counted as left out: an address in memory, as in
//   `<generator object …>` or `<function … at 0x…>`, and the order in which a set of texts prints, which follows from hashes;
// - the filter `random` on more than one item and what `lipsum` says: Python's choice has no seed;
// - `is sameas` between equal texts or large ints that came about separately: whether CPython made one object of them;
// - `\\N{…}` with a name outside of the table in syntax/character-names.ts, and HTML 5's rarer entities in `striptags`: refused or
//   left as they are;
// - a conversation that is a list of conversations: transformers then answers with a list of texts.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { compareAll, fuzz, type FoundDifference } from '../test/kit/template-fuzz/fuzz-run.ts';
import { requestOf } from '../test/core/template/request-of.ts';
import { generatedCase, requestLine } from '../test/kit/template-fuzz/generated-case.ts';
import { Oracles } from '../test/kit/template-fuzz/oracles.ts';
import { realCases } from '../test/kit/template-fuzz/real-cases.ts';
import { realTemplates } from '../test/kit/template-fuzz/real-templates.ts';
import { reportOf } from '../test/kit/template-fuzz/report.ts';
import { traceProblems } from '../test/kit/template-fuzz/trace-problems.ts';
import { ensurePython } from './python-environment.ts';

const { values } = parseArgs({
  options: {
    python: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    count: { type: 'string', default: '20000' },
    show: { type: 'string', default: '10' },
  },
});

async function compareReal(oracles: Oracles, interpreter: string): Promise<readonly FoundDifference[]> {
  const templates = realTemplates(interpreter);
  const cases = realCases(templates);
  const { rendered, leftOut, differences } = await compareAll(
    oracles,
    cases.map(({ request }) => request),
  );
  console.log(
    `real: ${Object.keys(templates).length} templates, ${cases.length} renders, ${rendered} rendered by Python, ${leftOut} left out, ${differences.length} different`,
  );
  for (const { index } of differences.slice(0, 50))
    console.log(`  ${cases[index]?.template ?? ''}: ${cases[index]?.name ?? ''}`);
  return differences;
}

async function compareGenerated(
  oracles: Oracles,
  seed: number,
  count: number,
): Promise<readonly FoundDifference[]> {
  const { rendered, refused, leftOut, differences } = await fuzz(oracles, seed, count);
  console.log(
    `generated: seed ${seed}, ${count} templates, ${rendered} rendered and ${refused} refused by Python, ${leftOut} left out, ${differences.length} different`,
  );
  return differences;
}

/** Tracing may change no byte, and each stretch must have the characters of the value that it names. */
function checkTraces(interpreter: string, seed: number, count: number): number {
  const real = realCases(realTemplates(interpreter)).map(({ request }) => request);
  const generated = Array.from({ length: count }, (_, index) => generatedCase(seed, index));
  let wrong = 0;
  for (const request of [...real, ...generated]) {
    const { template, ...rest } = requestOf(requestLine(request, 0));
    const problems = traceProblems({ template, ...rest });
    if (problems.length > 0 && wrong++ < 10) console.log({ template, problems });
  }
  console.log(`traced: ${real.length + count} renders, ${wrong} wrong`);
  return wrong;
}

const interpreter = values.python ?? process.env['TUNING_FORK_TEST_PYTHON'] ?? (await ensurePython());
const oracles = new Oracles(interpreter);
console.log(await oracles.versions);
const differences = [
  ...(await compareReal(oracles, interpreter)),
  ...(await compareGenerated(oracles, Number(values.seed), Number(values.count))),
];
for (const report of await reportOf(differences.slice(0, Number(values.show)), oracles)) console.log(report);
oracles.close();
const wrong = checkTraces(interpreter, Number(values.seed), Number(values.count));
process.exitCode = differences.length + wrong > 0 ? 1 : 0;
