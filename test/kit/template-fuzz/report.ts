import type { FoundDifference } from './fuzz-run.ts';
import type { Oracles } from './oracles.ts';
import { shrink } from './shrink.ts';

/** Each difference made small, as text to read and to run again: `{"template": …}` is a line of `render --batch`. */
export async function reportOf(found: readonly FoundDifference[], oracles: Oracles): Promise<string[]> {
  const reports: string[] = [];
  for (const { index, request, difference } of found) {
    const [small, now] = await shrink(request, difference, oracles);
    const members = small.filter(([name]) => name !== 'kwargs').map(([name, json]) => `"${name}": ${json}`);
    reports.push(
      `case ${index}, ${now.kind}\n  {${members.join(', ')}}\n  Python  ${now.python}\n  ours    ${now.ours}`,
    );
  }
  return reports;
}
