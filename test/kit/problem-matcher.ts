import { readFileSync } from 'node:fs';
import path from 'node:path';

interface MatcherPattern {
  readonly regexp: string;
  readonly [group: string]: string | number;
}

interface ContributedMatcher {
  readonly name: string;
  readonly pattern: MatcherPattern;
}

const manifest = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
) as { readonly contributes: { readonly problemMatchers: readonly ContributedMatcher[] } };

/** What VS Code reads from a line of a task by the problem matchers of package.json, the first that fits; null if it is no problem. */
export function matchProblem(line: string): Readonly<Record<string, string | undefined>> | null {
  for (const { name, pattern } of manifest.contributes.problemMatchers) {
    const { regexp, kind: _kind, ...groups } = pattern;
    const match = new RegExp(regexp).exec(line);
    if (match === null) continue;
    const read = Object.entries(groups).map(([part, group]) => [part, match[Number(group)]]);
    return { matcher: `$${name}`, ...Object.fromEntries(read) };
  }
  return null;
}

/** Names of the problem matchers that fit a line: more than one would show a finding twice or at the wrong place. */
export function matchersOf(line: string): string[] {
  return manifest.contributes.problemMatchers
    .filter(({ pattern }) => new RegExp(pattern.regexp).test(line))
    .map(({ name }) => `$${name}`);
}

/** Names of the problem matchers that put a problem on the file as a whole. */
export const MATCHERS_OF_FILES: readonly string[] = manifest.contributes.problemMatchers
  .filter(({ pattern }) => pattern['kind'] === 'file')
  .map(({ name }) => `$${name}`);
