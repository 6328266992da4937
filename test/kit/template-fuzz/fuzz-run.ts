import { differenceOf, ourAnswer, type Difference } from './differences.ts';
import { generatedCase, requestLine, type Request } from './generated-case.ts';
import type { Oracles } from './oracles.ts';

export interface FoundDifference {
  readonly index: number;
  readonly request: Request;
  readonly difference: Difference;
}

/** What a comparison has seen. */
export interface FuzzResult {
  readonly rendered: number;
  readonly refused: number;
  /** Answers of Python that are different in another run (addresses in memory, the order of sets), or that do not come in time. */
  readonly leftOut: number;
  readonly differences: readonly FoundDifference[];
}

const BATCH = 250;

/** Compares requests with Python; `index` in what is found counts from `from`. */
export async function compareAll(
  oracles: Oracles,
  requests: readonly Request[],
  from = 0,
): Promise<FuzzResult> {
  const differences: FoundDifference[] = [];
  const counts = { rendered: 0, refused: 0, leftOut: 0 };
  for (let start = 0; start < requests.length; start += BATCH) {
    const part = requests.slice(start, start + BATCH);
    const lines = part.map((request, i) => requestLine(request, from + start + i));
    const asked = oracles.ask(lines);
    const ours = lines.map(ourAnswer);
    const answers = await asked;
    for (const { ok } of answers) counts[ok ? 'rendered' : 'refused']++;
    counts.leftOut += answers.filter(({ tooLong }) => tooLong === true).length;
    const found = part.flatMap((request, i) => {
      const [python, own] = [answers[i], ours[i]];
      if (python === undefined || own === undefined || python.tooLong === true) return [];
      const difference = differenceOf(python, own);
      return difference === null ? [] : [{ i, index: from + start + i, request, difference }];
    });
    const stable = await oracles.areStable(
      found.map(({ i }) => lines[i] ?? ''),
      found.flatMap(({ i }) => answers[i] ?? []),
    );
    const real = found.filter((_, n) => stable[n]);
    counts.leftOut += found.length - real.length;
    differences.push(...real.map(({ index, request, difference }) => ({ index, request, difference })));
  }
  return { ...counts, differences };
}

/** Compares the first `count` cases of a seed with Python. */
export async function fuzz(oracles: Oracles, seed: number, count: number): Promise<FuzzResult> {
  return compareAll(
    oracles,
    Array.from({ length: count }, (_, index) => generatedCase(seed, index)),
  );
}
