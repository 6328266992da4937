/** What a reader of an example cannot see or tell from something else: unusual spaces, marks, separate jamo. */
const UNSEEN = /[\u00a0\u1100-\u11ff\u200b\u202f\u2060\ufeff]/g;

/**
 * An example of a rule's documentation for a reader: what cannot be seen stands as its escape, and where line ends matter they are shown.
 * @param other the example beside it
 */
export function shownExample(example: string, other: string): string {
  const hasLineEnds = example.includes('\r') || other.includes('\r');
  const text = hasLineEnds ? example.replaceAll('\r', '␍').replaceAll('\n', '␊\n') : example;
  return text.trimEnd().replaceAll(UNSEEN, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
