const OPEN = '<think>';
const CLOSE = '</think>';

/** A stretch of an answer: thoughts, without their marks, or what is said. */
export interface SpokenStretch {
  readonly kind: 'text' | 'thinking';
  readonly text: string;
}

/**
 * Cuts an answer at its marks of thinking. Thoughts that nothing closes go to the end, and what stands before a lone closing mark is
 * thought, since many templates open it themselves.
 */
export function splitThinking(answer: string): SpokenStretch[] {
  if (!answer.includes(CLOSE) && !answer.includes(OPEN)) return [{ kind: 'text', text: answer }];
  const found: SpokenStretch[] = [];
  const add = (kind: SpokenStretch['kind'], text: string): void => {
    if (text.trim() !== '') found.push({ kind, text: text.trim() });
  };
  let at = 0;
  let open = answer.indexOf(OPEN);
  let close = answer.indexOf(CLOSE);
  while (open >= 0 || close >= 0) {
    const isLone = open < 0 || (close >= 0 && close < open);
    if (!isLone) add('text', answer.slice(at, open));
    const end = close < 0 ? answer.length : close;
    add('thinking', answer.slice(isLone ? at : open + OPEN.length, end));
    at = Math.min(answer.length, end + CLOSE.length);
    // only what was passed is looked for again: the next mark may be as far as the answer is long
    if (open >= 0 && open < at) open = answer.indexOf(OPEN, at);
    if (close >= 0) close = answer.indexOf(CLOSE, at);
  }
  add('text', answer.slice(at));
  return found;
}
