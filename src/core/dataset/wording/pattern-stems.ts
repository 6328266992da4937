/** A pattern and what follows it in a list of choices. */
interface Parsed {
  readonly stems: readonly string[];
  /** Index behind what was read. */
  readonly end: number;
}

const UNKNOWN = '\\.*+{}^$(';
/** Characters of a stem at most: one that is as long stands for all that it may go on with. */
const LONGEST = 8;

/**
 * What every match of a pattern begins with, in lower case: for a quick look whether there may be one. It knows letters, marks, classes
 * of single characters and ranges, `?`, groups that capture nothing, choices and lookarounds.
 * @throws {RangeError} if the pattern has anything else
 */
export function stemsOf(pattern: string): string[] {
  return [...choices(pattern, 0).stems];
}

/** Reads choices up to the end or to the bracket that closes them. */
function choices(pattern: string, from: number): Parsed {
  const stems: string[] = [];
  let at = from;
  for (;;) {
    const read = sequence(pattern, at);
    stems.push(...read.stems);
    at = read.end;
    if (pattern[at] !== '|') return { stems: once(stems), end: at };
    at += 1;
  }
}

function sequence(pattern: string, from: number): Parsed {
  let stems: readonly string[] = [''];
  let at = from;
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const read = piece(pattern, at);
    at = read.end;
    const isOptional = pattern[at] === '?';
    if (isOptional) at += 1;
    const longer = stems.flatMap((stem) => read.stems.map((next) => (stem + next).slice(0, LONGEST)));
    stems = once(isOptional ? [...stems, ...longer] : longer);
  }
  return { stems, end: at };
}

function once(stems: readonly string[]): string[] {
  return [...new Set(stems)];
}

function piece(pattern: string, at: number): Parsed {
  if (/^\(\?(?:[=!]|<[=!])/.test(pattern.slice(at, at + 4)))
    return { stems: [''], end: closing(pattern, at) };
  if (pattern.startsWith('(?:', at)) {
    const inside = choices(pattern, at + 3);
    return { ...inside, end: inside.end + 1 };
  }
  const character = pattern[at] ?? '';
  if (UNKNOWN.includes(character)) throw new RangeError(`${character} in ${pattern}`);
  if (character !== '[') return { stems: [character.toLowerCase()], end: at + 1 };
  const end = pattern.indexOf(']', at);
  return { stems: charactersOf(pattern.slice(at + 1, end).toLowerCase()), end: end + 1 };
}

/** The characters of a class: `xyz`, `1-7`, `- `. */
function charactersOf(written: string): string[] {
  const ranges = written.replaceAll(/(.)-(.)/g, (_, first: string, last: string) => {
    const codes = Array.from(
      { length: last.charCodeAt(0) - first.charCodeAt(0) + 1 },
      (_, n) => first.charCodeAt(0) + n,
    );
    return String.fromCharCode(...codes);
  });
  return ranges.split('');
}

/** The index behind the bracket that closes the one at an index; there are no brackets in classes. */
function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '(') depth += 1;
    else if (pattern[at] === ')' && --depth === 0) return at + 1;
  }
  return pattern.length;
}
