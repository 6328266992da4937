import { withhold, withholdPart } from '../personal-data/withhold.ts';

const MOST_SHOWN = 24;
const PRINTABLE = /^[\x20-\x7e]*$/;
/** Letters and digits, full-width ones too: a run without any holds nothing that must not be repeated. */
const SAYS_SOMETHING = /[0-9A-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

/**
 * A run of characters for a sentence: what cannot be seen by its code point, secrets and personal data withheld, cut where it is long.
 * @param text in which it stands from `from` to `to`
 */
export function shownRun(text: string, from: number, to: number): string {
  const run = text.slice(from, to);
  const shown = SAYS_SOMETHING.test(run) ? withheld(text, from, to) : run;
  if (shown.length <= MOST_SHOWN && PRINTABLE.test(shown)) return shown.trim();
  const characters = Array.from(shown);
  return named(characters.slice(0, MOST_SHOWN)) + (characters.length > MOST_SHOWN ? '…' : '');
}

/** A run in brackets, judged on its own instead of as a part of the text around it. */
const ENCLOSED = /^(?:<.*>|\[.*\])$/;

function withheld(text: string, from: number, to: number): string {
  const run = text.slice(from, to);
  return withhold(ENCLOSED.test(run) ? run : withholdPart(text, from, to));
}

const INVISIBLE = /[\p{C}\p{Z}]/u;

/** Code points stand apart from each other and from what is shown as it is. */
function named(characters: readonly string[]): string {
  let said = '';
  let isNamed = false;
  for (const each of characters) {
    const name = each !== ' ' && INVISIBLE.test(each) ? codePoint(each) : null;
    if ((name !== null || isNamed) && said !== '' && !said.endsWith(' ')) said += ' ';
    said += name ?? each;
    isNamed = name !== null;
  }
  return said.trim();
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
