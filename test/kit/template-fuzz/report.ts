import type { FoundDifference } from './fuzz-run.ts';
import type { PythonOracle } from './python-oracle.ts';
import { shrink } from './shrink.ts';

/** Each difference made small, as text to read and to run again: `{"template": …}` is a line of `render --batch`. */
export async function reportOf(found: readonly FoundDifference[], oracle: PythonOracle): Promise<string[]> {
  const reports: string[] = [];
  for (const { index, request, difference } of found) {
    const [small, now] = await shrink(request, difference, oracle);
    const members = small.filter(([name]) => name !== 'kwargs').map(([name, json]) => `"${name}": ${json}`);
    reports.push(
      `case ${index}, ${now.kind}\n  {${members.join(', ')}}\n  Python  ${now.python}\n  ours    ${now.ours}`,
    );
  }
  return reports;
}
