/** A pattern and what follows it in a list of choices. */
interface Parsed {
  readonly stems: readonly string[];
  /** The stems are whole: what follows belongs to them too. */
  readonly isWhole: boolean;
  /** Index behind what was read. */
  readonly end: number;
}

const UNKNOWN = '\\.*+{}^$(';
/** Characters of a stem at most. */
const LONGEST = 6;

/**
 * What every match of a pattern begins with, in lower case: for a quick look whether there may be one. It knows letters, marks, classes
 * of single characters, `?`, groups that capture nothing, choices and lookarounds.
 * @throws {RangeError} if the pattern has anything else
 */
export function stemsOf(pattern: string): string[] {
  return [...new Set(choices(pattern, 0).stems)];
}

/** Reads choices up to the end or to the bracket that closes them. */
function choices(pattern: string, from: number): Parsed {
  const stems: string[] = [];
  let isWhole = true;
  let at = from;
  for (;;) {
    const read = sequence(pattern, at);
    stems.push(...read.stems);
    isWhole &&= read.isWhole;
    at = read.end;
    if (pattern[at] !== '|') return { stems, isWhole, end: at };
    at += 1;
  }
}

function sequence(pattern: string, from: number): Parsed {
  let stems: string[] = [''];
  let isWhole = true;
  let at = from;
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const read = piece(pattern, at);
    at = read.end;
    const isOptional = pattern[at] === '?';
    if (isOptional) at += 1;
    if (!isWhole) continue;
    const beginnings = stems;
    const longer = beginnings.flatMap((stem) => read.stems.map((next) => (stem + next).slice(0, LONGEST)));
    stems = isOptional ? [...beginnings, ...longer] : longer;
    // a stem that ends here must not be taken on by what follows
    isWhole = read.isWhole && stems.every((stem) => stem.length < LONGEST);
  }
  return { stems, isWhole, end: at };
}

function piece(pattern: string, at: number): Parsed {
  if (/^\(\?(?:[=!]|<[=!])/.test(pattern.slice(at, at + 4)))
    return { stems: [''], isWhole: true, end: closing(pattern, at) };
  if (pattern.startsWith('(?:', at)) {
    const inside = choices(pattern, at + 3);
    return { ...inside, end: inside.end + 1 };
  }
  const character = pattern[at] ?? '';
  if (UNKNOWN.includes(character)) throw new RangeError(`${character} in ${pattern}`);
  if (character !== '[') return { stems: [character.toLowerCase()], isWhole: true, end: at + 1 };
  const end = pattern.indexOf(']', at);
  return {
    stems: pattern
      .slice(at + 1, end)
      .toLowerCase()
      .split(''),
    isWhole: true,
    end: end + 1,
  };
}

/** The index behind the bracket that closes the one at an index; classes hold none. */
function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '(') depth += 1;
    else if (pattern[at] === ')' && --depth === 0) return at + 1;
  }
  return pattern.length;
}
