import type { Range } from './variable.ts';

const TAG_END = /[-+]?%\}/g;

/** The opening tag of a block statement, or as much of it as there is. */
export function openingTag(source: string, { start, end }: Range): Range {
  TAG_END.lastIndex = start;
  const match = TAG_END.exec(source);
  return {
    start,
    end: match === null ? end : Math.min(match.index + match[0].length, Math.max(end, start + 1)),
  };
}
