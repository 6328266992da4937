import { diffArrays } from 'diff';
import type { LineChange } from './line-change.ts';

/** Changed lines beyond which two texts are only called different: nobody reads more of them in a column. */
const MOST_CHANGES = 200;
/** Characters shown of a changed line. */
const LONGEST = 400;

/**
 * How a text differs from another, line by line; a line break belongs to its line. Null if they differ too much to be told in lines.
 */
export function lineChanges(from: string, to: string): LineChange[] | null {
  const parts = diffArrays(linesOf(from), linesOf(to), { maxEditLength: MOST_CHANGES });
  if (parts === undefined) return null;
  return parts.flatMap(({ added, removed, value }): LineChange[] => {
    if (!added && !removed) return [{ kind: 'same', lines: value.length }];
    return value.map((line) => ({ kind: added ? 'added' : 'removed', text: shortened(line) }));
  });
}

function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  return lines.length === 1 && lines[0] === '' ? [] : lines;
}

function shortened(line: string): string {
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}
