/** What CP1252 makes of the bytes 80–9F, where that is no control character. */
const UPPER: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x20 }, (_, n) => 0x80 + n).map((byte) => [
    new TextDecoder('windows-1252').decode(new Uint8Array([byte])),
    byte,
  ]),
);

/** Characters in patterns below: the bytes 80–BF, which continue a character in UTF-8, as CP1252 or Latin-1 read them. */
const classes: Readonly<Record<string, string>> = {
  /** Control characters, which Latin-1 makes of bytes: no text has them beside a letter. */
  C1: '\u0080-\u009f',
  /** Letters and signs that follow no capital letter in correct text. */
  SIGN: '\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020\u2021\u2030\u20ac\u2122\u201a\u201e',
  ANY: '\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122',
};

/**
 * Pieces of UTF-8 that were read as CP1252. A capital letter before a quotation mark, a dash or a sign may be correct (É», Ä…, CAFÉ®):
 * such a pair counts where a word goes on after it, or where another of its script follows.
 */
const PATTERN = new RegExp(
  [
    // é, ß, ü: Ã©, ÃŸ, Ã¼
    '\u00c3(?:[SIGN]|[ANY](?=[a-z]))',
    // signs: Â°, Â·, Â«
    '\u00c2[\u00a0-\u00ba\u00bc-\u00bfC1]',
    // ł, ę, İ: Å‚, Ä™, Ä°
    '[\u00c4\u00c5](?:[SIGN](?![\u00ae\u00b0])|[\u00b0\u00bb\u201c\u201d\u2018\u2039\u203a\u2022\u2026\u00a0](?=[a-z]))',
    // Greek, Cyrillic, Hebrew and Arabic, by two letters at least
    '(?:[\u00ce\u00cf][ANY]){2,}',
    '(?:[\u00d0\u00d1][ANY]){2,}',
    '(?:\u00d7[ANY]){2,}',
    '(?:[\u00d8-\u00db][ANY]){2,}',
    // quotation marks, arrows, check marks: â€™, â†’, âœ“
    '\u00e2[\u0080-\u009f\u20ac\u201a\u201e\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\u017d\u0192][ANY]',
    // Hangul, kana and Han, by two characters at least: ì•ˆë…•
    '(?:[\u00e3-\u00ed][ANY]{2}){2,}',
    '\u00ef\u00bb\u00bf',
    // emoji: ðŸ…
    '\u00f0[\u0178\u009f][ANY]{2}',
    // through Latin-1
    '[\u00c2-\u00df][C1]',
    '[\u00e0-\u00ef](?:[C1][ANY]|[ANY][C1])',
    '\u00f0[C1][ANY]{2}',
  ]
    .join('|')
    .replaceAll(/C1|SIGN|ANY/g, (name) => classes[name] ?? ''),
  'g',
);

/** Where UTF-8 was read as CP1252 or Latin-1: `[from, to]` in UTF-16 units. */
export function cp1252Mojibake(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const { index, 0: run } of text.matchAll(PATTERN))
    if (isUtf8(run)) found.push([index, index + run.length]);
  return found;
}

/** Whether the bytes that the characters were made of are UTF-8. */
function isUtf8(run: string): boolean {
  const bytes = Uint8Array.from(run, (character) => UPPER.get(character) ?? character.charCodeAt(0));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
