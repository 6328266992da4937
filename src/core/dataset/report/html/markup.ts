import { formatNumber } from '../../../text/message.ts';

/** HTML that may stand as it is. Only the `markup` tag makes it. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** What may stand in a template: text is escaped, numbers are written with separators, markup stays, null is nothing. */
type Part = string | number | Markup | null | readonly Markup[];

/**
 * HTML from a template: every `${text}` is escaped for content and for attributes in double quotes, which are the only places where one
 * may stand.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let html = parts[0] ?? '';
  for (const [n, value] of values.entries()) html += written(value) + (parts[n + 1] ?? '');
  return new Markup(html);
}

function written(value: Part): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return formatNumber(value);
  return value instanceof Markup ? value.html : value.map(({ html }) => html).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML or UTF-8 does not have stand as U+FFFD. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd')
    .toWellFormed();
}
