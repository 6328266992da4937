import { splitLines } from '../methods/text-split.ts';
import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { sortByKey } from '../values/compare.ts';
import { toIndex } from '../values/coerce.ts';
import { PyDict } from '../values/dict.ts';
import { cursorOf } from '../values/cursor.ts';
import { escaped } from '../values/escape.ts';
import { iterate, listOf, textOf } from '../values/iterate.ts';
import { escapeText, Markup, textIn } from '../values/markup.ts';
import { numeric } from '../values/number.ts';
import { repr } from '../values/repr.ts';
import { typeName } from '../values/type-name.ts';
import { isTrue } from '../values/truth.ts';
import { SPACE } from '../values/unicode.ts';
import { Undefined } from '../values/undefined.ts';
import { PyFloat, PyTuple, type Value } from '../values/value.ts';
import { filter, type FilterFamily } from './filter.ts';
import { prettyPrint } from './pretty-print.ts';
import { stripTags } from './strip-tags.ts';
import { urlize } from './urlize.ts';
import { wrapLine } from './word-wrap.ts';

function escape(runtime: Runtime, value: Value): Markup {
  const text = textOf(value);
  runtime.charge(text.length >> 6);
  runtime.reserve(text.length);
  return escaped(value);
}

/** `urllib.parse.quote` of the text, `/` kept unless it is for a query. */
function quote(value: Value, forQuery: boolean): string {
  const text = textOf(value);
  if (!text.isWellFormed())
    throw new TemplateFault('UnicodeError', "'utf-8' codec can't encode: surrogates not allowed");
  const encoded = encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return forQuery ? encoded.replaceAll('%20', '+') : encoded.replaceAll('%2F', '/');
}

function urlencode(value: Value): string {
  if (textIn(value) !== undefined || cursorOf(value) === null) return quote(value, false);
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

function xmlattr(runtime: Runtime, value: Value, autospace: boolean): Value {
  if (value instanceof Undefined) return value.fail();
  if (!(value instanceof PyDict)) return typeError(`'${typeName(value)}' object has no attribute 'items'`);
  const parts: string[] = [];
  for (const [key, content] of value.entries()) {
    if (content === null || content instanceof Undefined) continue;
    const name = textIn(key) ?? typeError(`expected string or bytes-like object, got '${typeName(key)}'`);
    if (/[\t-\r />=]/.test(name)) return valueError(`Invalid character in attribute name: ${repr(key)}`);
    parts.push(`${escape(runtime, key).text}="${escape(runtime, content).text}"`);
  }
  const text = parts.join(' ');
  const spaced = autospace && text !== '' ? ` ${text}` : text;
  return runtime.autoescape ? new Markup(spaced) : spaced;
}

const SCHEME = /^[\p{L}\p{N}_.+-]{2,}:\/{0,2}\n?$/u;

function urlizeFilter(runtime: Runtime, value: Value, args: readonly (Value | undefined)[]): Value {
  const [limit, nofollow, target, rel, schemes] = args;
  const words = new Set(relWords(rel ?? null));
  if (isTrue(nofollow ?? false)) words.add('nofollow');
  words.add('noopener');
  const extraSchemes = schemesOf(runtime, schemes ?? null);
  const text = urlize(escape(runtime, value).text, {
    limit: limit === undefined || limit === null ? null : limitOf(limit),
    rel: sortByKey([...words], (word) => word, false)
      .map(textOf)
      .join(' '),
    target: target === undefined || target === null ? null : textOf(target),
    extraSchemes,
  });
  runtime.reserve(text.length);
  return runtime.autoescape ? new Markup(text) : text;
}

function relWords(rel: Value): string[] {
  if (!isTrue(rel)) return [];
  const text = textIn(rel);
  if (text === undefined) return typeError(`'${typeName(rel)}' object has no attribute 'split'`);
  return text.split(new RegExp(`[${SPACE}]+`, 'u')).filter((word) => word !== '');
}

function limitOf(limit: Value): number {
  const number = numeric(limit);
  if (number === undefined) return typeError("'>' not supported between these instances");
  return number instanceof PyFloat ? number.value : toIndex(limit, 0);
}

function schemesOf(runtime: Runtime, schemes: Value): string[] {
  if (schemes === null) return [];
  return listOf(runtime, schemes).map((scheme) => {
    const text = textIn(scheme) ?? typeError('expected string or bytes-like object');
    if (SCHEME.test(text)) return text;
    throw new TemplateFault('FilterArgumentError', `${repr(scheme)} is not a valid URI scheme prefix.`);
  });
}

function wordwrap(runtime: Runtime, value: Value, args: readonly (Value | undefined)[]): Value {
  const [width, breakLongWords, wrap, breakOnHyphens] = args;
  const text = textIn(value);
  if (text === undefined) {
    if (value instanceof Undefined) return value.fail();
    return typeError(`'${typeName(value)}' object has no attribute 'splitlines'`);
  }
  const separator =
    wrap === undefined || wrap === null ? '\n' : (textIn(wrap) ?? typeError('no text to join with'));
  runtime.charge(text.length);
  const options = {
    width: toIndex(width, 79),
    breakLongWords: isTrue(breakLongWords ?? true),
    breakOnHyphens: isTrue(breakOnHyphens ?? true),
  };
  const wrapped = splitLines(runtime, text, false).map((line) => wrapLine(line, options));
  if (!(wrap instanceof Markup)) return wrapped.map((lines) => lines.join(separator)).join(separator);
  const escape = (lines: readonly string[]): string => lines.map(escapeText).join(separator);
  return new Markup(wrapped.map(escape).join(separator));
}

/** Filters for HTML, URLs and long lines (filters.py). */
export const MARKUP_FILTERS: FilterFamily = {
  e: filter('escape', [], escape),
  escape: filter('escape', [], escape),
  forceescape: filter('forceescape', [], (_, value) => escaped(textOf(value))),
  striptags: filter('striptags', [], (runtime, value) => {
    const text = textOf(value);
    runtime.charge(text.length >> 3);
    return stripTags(text);
  }),
  urlencode: filter('urlencode', [], (_, value) => urlencode(value)),
  urlize: filter('urlize', ['trim_url_limit', 'nofollow', 'target', 'rel', 'extra_schemes'], urlizeFilter),
  wordwrap: filter('wordwrap', ['width', 'break_long_words', 'wrapstring', 'break_on_hyphens'], wordwrap),
  pprint: filter('pprint', [], prettyPrint),
  xmlattr: filter('xmlattr', ['autospace'], (runtime, value, [autospace]) =>
    xmlattr(runtime, value, isTrue(autospace ?? true)),
  ),
};
