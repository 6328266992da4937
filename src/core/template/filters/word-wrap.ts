import { strip } from '../methods/text-strip.ts';
import { valueError } from '../template-fault.ts';
import { points, pointLength } from '../values/unicode.ts';

/** White space that textwrap knows: ASCII alone. */
const SPACE = '\\t\\n\\v\\f\\r ';
const WORD = '[\\p{L}\\p{N}_]';
const PUNCTUATED = '[\\p{L}\\p{N}_!"\'&.,?]';
const LETTER = '(?!\\p{Nd})[\\p{L}\\p{N}_]';
const HYPHENATED = new RegExp(
  `([${SPACE}]+|(?<=${PUNCTUATED})-{2,}(?=${WORD})|[^${SPACE}]+?(?:` +
    `-(?:(?<=(?:${LETTER}){2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})` +
    `|(?=[${SPACE}]|$)|(?<=${PUNCTUATED})(?=-{2,}${WORD})))`,
  'u',
);
const SIMPLE = new RegExp(`([${SPACE}]+)`, 'u');

export interface WrapOptions {
  readonly width: number;
  readonly breakLongWords: boolean;
  readonly breakOnHyphens: boolean;
}

/** Python's `textwrap.wrap` of one line, tabs and other white space left as they are. */
export function wrapLine(line: string, options: WrapOptions): string[] {
  const chunks = line
    .split(options.breakOnHyphens ? HYPHENATED : SIMPLE)
    .filter((chunk) => chunk !== undefined && chunk !== '');
  if (options.width <= 0) return valueError(`invalid width ${options.width} (must be > 0)`);
  chunks.reverse();
  const lines: string[] = [];
  while (chunks.length > 0) {
    if (isBlank(chunks.at(-1)) && lines.length > 0) chunks.pop();
    const current = fill(chunks, options);
    if (isBlank(current.at(-1))) current.pop();
    if (current.length > 0) lines.push(current.join(''));
  }
  return lines;
}

function isBlank(chunk: string | undefined): boolean {
  return chunk !== undefined && strip(chunk, null, 'both') === '';
}

/** The chunks of one line, taken from the end of `chunks`. */
function fill(chunks: string[], options: WrapOptions): string[] {
  const current: string[] = [];
  let length = 0;
  for (let next = chunks.at(-1); next !== undefined; next = chunks.at(-1)) {
    const size = pointLength(next);
    if (length + size > options.width) break;
    current.push(next);
    chunks.pop();
    length += size;
  }
  const next = chunks.at(-1);
  if (next !== undefined && pointLength(next) > options.width)
    breakWord(chunks, next, current, options.width - length, options);
  return current;
}

/** A word that is too long for any line. */
function breakWord(
  chunks: string[],
  word: string,
  current: string[],
  space: number,
  options: WrapOptions,
): void {
  if (!options.breakLongWords) {
    if (current.length === 0) current.push(chunks.pop() ?? '');
    return;
  }
  const characters = points(word);
  const hyphen = characters.slice(0, space).lastIndexOf('-');
  const breaksThere =
    options.breakOnHyphens && hyphen > 0 && characters.slice(0, hyphen).some((each) => each !== '-');
  const end = breaksThere ? hyphen + 1 : space;
  current.push(characters.slice(0, end).join(''));
  chunks[chunks.length - 1] = characters.slice(end).join('');
}
