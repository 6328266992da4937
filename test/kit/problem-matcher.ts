import { readFileSync } from 'node:fs';
import path from 'node:path';

interface MatcherPattern {
  readonly regexp: string;
  readonly [group: string]: string | number;
}

const manifest = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
) as { readonly contributes: { readonly problemMatchers: readonly { readonly pattern: MatcherPattern }[] } };

/** What VS Code reads from a line of a task by the problem matcher of package.json; null if it is no problem. */
export function matchProblem(line: string): Readonly<Record<string, string | undefined>> | null {
  const [matcher] = manifest.contributes.problemMatchers;
  if (matcher === undefined) throw new Error('package.json contributes no problem matcher');
  const { regexp, ...groups } = matcher.pattern;
  const match = new RegExp(regexp).exec(line);
  if (match === null) return null;
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[Number(group)]]));
}
