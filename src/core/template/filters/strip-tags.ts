import { SPACE } from '../values/unicode.ts';
import { unescapeHtml } from './unescape-html.ts';

const SPACES = new RegExp(`[${SPACE}]+`, 'gu');

/** markupsafe's `Markup.striptags`: tags and comments out, spaces collapsed, entities resolved. */
export function stripTags(text: string): string {
  return unescapeHtml(withoutTags(text).replace(SPACES, ' ').replace(/^ | $/gu, ''));
}

function withoutTags(text: string): string {
  let kept = '';
  let at = 0;
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', at)) {
    const comment = text.startsWith('<!--', start);
    const end = comment ? text.indexOf('-->', start + 4) : text.indexOf('>', start);
    if (end < 0) break;
    kept += text.slice(at, start);
    at = end + (comment ? 3 : 1);
  }
  return kept + text.slice(at);
}
