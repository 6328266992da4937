import { unescapeHtml } from '../filters/unescape-html.ts';
import { typeError } from '../template-fault.ts';
import { escaped } from '../values/escape.ts';
import { iterate } from '../values/iterate.ts';
import { Markup } from '../values/markup.ts';
import { PyTuple, type Value } from '../values/value.ts';
import type { Method } from './method.ts';
import { stripTags } from '../filters/strip-tags.ts';
import { escapingFormatMapMethod, escapingFormatMethod } from './text-format.ts';
import { textMethod } from './text-methods.ts';

/** Methods of str that Markup inherits: what they give is a plain text, a number or a list of plain texts. */
const INHERITED = new Set(
  'encode find rfind index rindex count startswith endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper maketrans'.split(
    ' ',
  ),
);
/** Position of the argument that is escaped, for methods that put it into the text. */
const ESCAPED_ARGUMENT: Readonly<Record<string, number>> = { replace: 1, ljust: 1, rjust: 1, center: 1 };

const OWN: ReadonlyMap<string, Method<Markup>> = new Map<string, Method<Markup>>([
  ['unescape', (_, self) => unescapeHtml(self.text)],
  ['striptags', (_, self) => stripTags(self.text)],
  ['escape', (_, _self, [value]) => escaped(value ?? null)],
  ['format', (runtime, self, args, kwargs) => escapingFormatMethod(runtime, self.text, args, kwargs)],
  ['format_map', (runtime, self, args, kwargs) => escapingFormatMapMethod(runtime, self.text, args, kwargs)],
  [
    'join',
    (runtime, self, args, kwargs) => {
      const [items] = args;
      if (items === undefined) return typeError('join() missing 1 required argument');
      const texts: Value[] = [];
      const cursor = iterate(items);
      for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
        runtime.step();
        texts.push(escaped(item).text);
      }
      return wrapped(textMethod('join')?.(runtime, self.text, [texts], kwargs) ?? '');
    },
  ],
]);

/** A method of Markup by name (markupsafe): str's own, its result Markup again. */
export function markupMethod(name: string): Method<Markup> | undefined {
  const own = OWN.get(name);
  if (own !== undefined) return own;
  const method = textMethod(name);
  if (method === undefined) return undefined;
  if (INHERITED.has(name)) return (runtime, self, args, kwargs) => method(runtime, self.text, args, kwargs);
  const position = ESCAPED_ARGUMENT[name];
  return (runtime, self, args, kwargs) => {
    const given = args.map((arg, i) => (i === position ? escaped(arg).text : arg));
    return wrapped(method(runtime, self.text, given, kwargs));
  };
}

/** Whether markupsafe defines the method itself; format and its kin the sandbox replaces. */
export function isOwnMarkupMethod(name: string): boolean {
  return !INHERITED.has(name) && !name.startsWith('format');
}

function wrapped(value: Value): Value {
  if (typeof value === 'string') return new Markup(value);
  if (Array.isArray(value)) return value.map(wrapped);
  return value instanceof PyTuple ? new PyTuple(value.items.map(wrapped)) : value;
}
