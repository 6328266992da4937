import { escapeText } from '../values/markup.ts';
import { points, SPACE } from '../values/unicode.ts';

export interface LinkOptions {
  /** Code points of a shown URL; null for no limit. */
  readonly limit: number | null;
  readonly rel: string | null;
  readonly target: string | null;
  readonly extraSchemes: readonly string[];
}

const WORD = '\\p{L}\\p{N}_';
const HTTP = new RegExp(
  `^(?:(?:https?://|www\\.)(?:[${WORD}%-]+\\.)*(?:[a-z]{2,63}|xn--[${WORD}%]{2,59})` +
    `|(?:[${WORD}%-]{2,63}\\.)+(?:com|net|int|edu|gov|org|info|mil)` +
    '|https?://(?:\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){3}|\\[(?:[\\p{Nd}a-f]{0,4}:){2}(?:[\\p{Nd}a-f]{0,4}:?){1,6}\\]))' +
    `(?::\\p{Nd}{1,5})?(?:[/?#][^${SPACE}]*)?\\n?$`,
  'iu',
);
const EMAIL = new RegExp(`^[^${SPACE}]+@[${WORD}][${WORD}.-]*\\.[${WORD}]+\\n?$`, 'u');
const SPACES = new RegExp(`([${SPACE}]+)`, 'u');
const PAIRS = [
  ['(', ')'],
  ['<', '>'],
  ['&lt;', '&gt;'],
] as const;

/** jinja2's `urlize` of a text that is escaped already (utils.py:226). */
export function urlize(escapedText: string, options: LinkOptions): string {
  return escapedText
    .split(SPACES)
    .map((word) => linked(word, options))
    .join('');
}

function linked(word: string, options: LinkOptions): string {
  const head = /^(?:[(<]|&lt;)+/u.exec(word)?.[0] ?? '';
  const rest = word.slice(head.length);
  const ends = [')', '>', '.', ',', '\n', '&gt;'].some((end) => rest.endsWith(end));
  const trailing = ends ? (/(?:[)>.,\n]|&gt;)+$/u.exec(rest)?.[0] ?? '') : '';
  const [middle, tail] = balanced(rest.slice(0, rest.length - trailing.length), trailing);
  return head + link(middle, options) + tail;
}

/** Brackets that a URL opens are closed inside it. */
function balanced(word: string, trailing: string): [string, string] {
  let middle = word;
  let tail = trailing;
  for (const [opening, closing] of PAIRS) {
    const opened = count(middle, opening);
    if (opened <= count(middle, closing)) continue;
    for (let left = Math.min(opened, count(tail, closing)); left > 0; left--) {
      const end = tail.indexOf(closing) + closing.length;
      middle += tail.slice(0, end);
      tail = tail.slice(end);
    }
  }
  return [middle, tail];
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function link(url: string, { limit, rel, target, extraSchemes }: LinkOptions): string {
  const attributes =
    (rel === null || rel === '' ? '' : ` rel="${escapeText(rel)}"`) +
    (target === null || target === '' ? '' : ` target="${escapeText(target)}"`);
  if (HTTP.test(url)) {
    const scheme = url.startsWith('https://') || url.startsWith('http://') ? '' : 'https://';
    return `<a href="${scheme}${url}"${attributes}>${shortened(url, limit)}</a>`;
  }
  if (url.startsWith('mailto:') && EMAIL.test(url.slice(7))) return `<a href="${url}">${url.slice(7)}</a>`;
  if (
    url.includes('@') &&
    !url.startsWith('www.') &&
    !url.startsWith('@') &&
    !url.includes(':') &&
    EMAIL.test(url)
  )
    return `<a href="mailto:${url}">${url}</a>`;
  let result = url;
  for (const scheme of extraSchemes) {
    if (result !== scheme && result.startsWith(scheme))
      result = `<a href="${result}"${attributes}>${result}</a>`;
  }
  return result;
}

function shortened(url: string, limit: number | null): string {
  if (limit === null) return url;
  const characters = points(url);
  if (characters.length <= limit) return url;
  return `${characters.slice(0, limit < 0 ? Math.max(0, characters.length + limit) : limit).join('')}...`;
}
