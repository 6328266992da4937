import { unsupported } from '../fault-messages.ts';
import { textOf } from '../values/iterate.ts';
import type { Runtime } from '../runtime.ts';
import { typeError, valueError } from '../template-fault.ts';
import { PyDict } from '../values/dict.ts';
import { iterate, cursorOf } from '../values/iterate.ts';
import { repr } from '../values/repr.ts';
import { typeName } from '../values/type-name.ts';
import { isTrue } from '../values/truth.ts';
import { Undefined } from '../values/undefined.ts';
import { PyTuple, type Value } from '../values/value.ts';
import { filter, type FilterFamily } from './filter.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

function escape(runtime: Runtime, value: Value): string {
  const text = textOf(value);
  runtime.charge(text.length >> 6);
  runtime.reserve(text.length);
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** `urllib.parse.quote` of the text, `/` kept unless it is for a query. */
function quote(value: Value, forQuery: boolean): string {
  const encoded = encodeURIComponent(textOf(value).toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return forQuery ? encoded.replaceAll('%20', '+') : encoded.replaceAll('%2F', '/');
}

function urlencode(value: Value): string {
  if (typeof value === 'string' || cursorOf(value) === null) return quote(value, false);
  const pairs: string[] = [];
  const cursor =
    value instanceof PyDict
      ? iterate(Array.from(value.entries(), (entry) => new PyTuple(entry)))
      : iterate(value);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    const parts: Value[] = [];
    const inner = iterate(item);
    for (let part = inner.next(); part !== undefined; part = inner.next()) parts.push(part);
    const [key, content] = parts;
    if (key === undefined || content === undefined || parts.length > 2) {
      return valueError(`not enough values to unpack (expected 2, got ${parts.length})`);
    }
    pairs.push(`${quote(key, true)}=${quote(content, true)}`);
  }
  return pairs.join('&');
}

function xmlattr(runtime: Runtime, value: Value, autospace: boolean): string {
  if (value instanceof Undefined) return value.fail();
  if (!(value instanceof PyDict)) return typeError(`'${typeName(value)}' object has no attribute 'items'`);
  const parts: string[] = [];
  for (const [key, content] of value.entries()) {
    if (content === null || content instanceof Undefined) continue;
    if (/[\t-\r />=]/.test(textOf(key)))
      return valueError(`Invalid character in attribute name: ${repr(key)}`);
    parts.push(`${escape(runtime, key)}="${escape(runtime, content)}"`);
  }
  const text = parts.join(' ');
  return autospace && text !== '' ? ` ${text}` : text;
}

const notYet = (name: string): FilterFamily => ({ [name]: () => unsupported(`the filter ${name}`) });

/** Filters for HTML and URLs (filters.py). Escaped text is plain text here: it is not escaped again when it is joined to other text. */
export const MARKUP_FILTERS: FilterFamily = {
  e: filter('escape', [], escape),
  escape: filter('escape', [], escape),
  forceescape: filter('forceescape', [], escape),
  urlencode: filter('urlencode', [], (_, value) => urlencode(value)),
  xmlattr: filter('xmlattr', ['autospace'], (runtime, value, [autospace]) =>
    xmlattr(runtime, value, isTrue(autospace ?? true)),
  ),
  ...notYet('striptags'),
  ...notYet('urlize'),
  ...notYet('wordwrap'),
  ...notYet('pprint'),
};
