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
  for (;;) {
    const open = answer.indexOf(OPEN, at);
    const close = answer.indexOf(CLOSE, at);
    if (open < 0 && close < 0) break;
    const isLone = open < 0 || (close >= 0 && close < open);
    if (!isLone) add('text', answer.slice(at, open));
    const end = close < 0 ? answer.length : close;
    add('thinking', answer.slice(isLone ? at : open + OPEN.length, end));
    at = Math.min(answer.length, end + CLOSE.length);
  }
  add('text', answer.slice(at));
  return found;
}
