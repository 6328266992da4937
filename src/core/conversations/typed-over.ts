import { commonEnds } from './common-ends.ts';

/**
 * The text that somebody meant who was shown `before` in a text box and left `typed` in it. A box makes LF of every line end: where
 * nothing was typed the line ends stay what they were, and new ones are like the first.
 */
export function typedOver(before: string, typed: string): string {
  if (!before.includes('\r')) return typed;
  const shown = asShown(before);
  const { head, tail } = commonEnds(shown, typed);
  const [lineEnd = '\n'] = /\r\n?|\n/.exec(before) ?? [];
  const middle = typed.slice(head, typed.length - tail).replaceAll('\n', lineEnd);
  return before.slice(0, indexIn(before, head)) + middle + before.slice(indexIn(before, shown.length - tail));
}

function asShown(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** The index in a text of a character that stands at `shown` in what the box shows of it. */
function indexIn(text: string, shown: number): number {
  let at = 0;
  for (let left = shown; left > 0; left--) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
