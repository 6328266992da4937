import { differenceOf, isComparable, ourAnswer, type Difference } from './differences.ts';
import { generatedCase, requestLine, type Request } from './generated-case.ts';
import type { PythonOracle } from './python-oracle.ts';

export interface FoundDifference {
  readonly index: number;
  readonly request: Request;
  readonly difference: Difference;
}

/** What a run over generated requests has seen. */
export interface FuzzResult {
  readonly rendered: number;
  readonly refused: number;
  /** Texts with an address in memory, which no two runs share. */
  readonly leftOut: number;
  readonly differences: readonly FoundDifference[];
}

const BATCH = 250;

/** Compares the cases `from` to `from + count` of a seed with Python. */
export async function fuzz(oracle: PythonOracle, seed: number, count: number, from = 0): Promise<FuzzResult> {
  const differences: FoundDifference[] = [];
  const counts = { rendered: 0, refused: 0, leftOut: 0 };
  for (let start = from; start < from + count; start += BATCH) {
    const size = Math.min(BATCH, from + count - start);
    const requests = Array.from({ length: size }, (_, i) => generatedCase(seed, start + i));
    const lines = requests.map((request, i) => requestLine(request, start + i));
    const asked = oracle.ask(lines);
    const ours = lines.map(ourAnswer);
    for (const [i, python] of (await asked).entries()) {
      const request = requests[i];
      const own = ours[i];
      if (request === undefined || own === undefined) continue;
      if (!isComparable(python)) {
        counts.leftOut++;
        continue;
      }
      counts[python.ok ? 'rendered' : 'refused']++;
      const difference = differenceOf(python, own);
      if (difference !== null) differences.push({ index: start + i, request, difference });
    }
  }
  return { ...counts, differences };
}
