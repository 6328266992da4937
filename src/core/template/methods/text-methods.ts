import type { Runtime } from '../runtime.ts';
import { typeError, valueError } from '../template-fault.ts';
import { toInt, toSize, toText } from '../values/coerce.ts';
import { iterate, joinTexts } from '../values/iterate.ts';
import { textIn } from '../values/markup.ts';
import { typeName } from '../values/type-name.ts';
import { PyTuple, type Value } from '../values/value.ts';
import { positional, withSignature, type Method } from './method.ts';
import { capitalize, caseFold, isLower, isTitle, isUpper, lowerCase, swapCase, title } from './text-case.ts';
import { TEXT_CLASSES } from './text-class.ts';
import { formatMapMethod, formatMethod } from './text-format.ts';
import { expandTabs, justify, replaceText, zeroFill } from './text-pad.ts';
import { countText, find, hasAffix } from './text-search.ts';
import { encodeMethod, makeTranslation, translateMethod } from './text-encode.ts';
import { partition, split, splitLines, splitRight } from './text-split.ts';
import { strip, type Sides } from './text-strip.ts';

type Entry = [string, Method<string>];

function plain(name: string, body: (text: string) => Value): Entry {
  return [
    name,
    positional<string>(name, [], 0, (runtime, self) => {
      runtime.charge(self.length >> 6);
      return body(self);
    }),
  ];
}

function stripping(name: string, sides: Sides): Entry {
  return [
    name,
    positional<string>(name, ['chars'], 0, (runtime, self, [chars]) => {
      runtime.charge(self.length >> 6);
      if (chars === undefined || chars === null) return strip(self, null, sides);
      return strip(self, textIn(chars) ?? typeError(`${name} arg must be None or str`), sides);
    }),
  ];
}

function splitting(name: string, how: typeof split): Entry {
  return [
    name,
    withSignature<string>(
      { name, params: ['sep', 'maxsplit'], required: 0 },
      (runtime, self, [separator, limit]) => {
        const text = textIn(separator) ?? null;
        if (text === null && separator !== undefined && separator !== null) {
          return typeError(`must be str or None, not ${typeName(separator)}`);
        }
        return how(runtime, self, text, toSize(limit, -1));
      },
    ),
  ];
}

function finding(name: string, last: boolean, missing: 'number' | 'error'): Entry {
  return [
    name,
    positional<string>(name, ['sub', 'start', 'end'], 1, (runtime, self, [what, start, end]) => {
      runtime.charge(self.length >> 6);
      const at = find(self, toText(what, 'argument 1'), start, end, last);
      return at < 0 && missing === 'error' ? valueError('substring not found') : at;
    }),
  ];
}

function affix(name: 'startswith' | 'endswith'): Entry {
  return [
    name,
    positional<string>(name, ['prefix', 'start', 'end'], 1, (_, self, [what, start, end]) =>
      hasAffix(name, self, what ?? null, start, end),
    ),
  ];
}

function justifying(name: string, where: 'left' | 'right' | 'center'): Entry {
  return [
    name,
    positional<string>(name, ['width', 'fillchar'], 1, (runtime, self, [width, fill]) =>
      justify(
        runtime,
        self,
        toSize(width, 0),
        fill === undefined ? ' ' : toText(fill, 'The fill character'),
        where,
      ),
    ),
  ];
}

function partitioning(name: string, fromRight: boolean): Entry {
  return [
    name,
    positional<string>(
      name,
      ['sep'],
      1,
      (_, self, [separator]) => new PyTuple(partition(self, toText(separator, 'sep'), fromRight)),
    ),
  ];
}

function join(runtime: Runtime, separator: string, items: Value): string {
  const texts: string[] = [];
  const cursor = iterate(items);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    runtime.step();
    const text = textIn(item);
    if (text === undefined) {
      return typeError(`sequence item ${texts.length}: expected str instance, ${typeName(item)} found`);
    }
    texts.push(text);
  }
  return joinTexts(runtime, separator, texts);
}

const METHODS: ReadonlyMap<string, Method<string>> = new Map<string, Method<string>>([
  plain('upper', (text) => text.toUpperCase()),
  plain('lower', lowerCase),
  plain('capitalize', capitalize),
  plain('title', title),
  plain('swapcase', swapCase),
  plain('casefold', caseFold),
  plain('islower', isLower),
  plain('isupper', isUpper),
  plain('istitle', isTitle),
  ...Object.entries(TEXT_CLASSES).map(([name, test]) => plain(name, test)),
  stripping('strip', 'both'),
  stripping('lstrip', 'left'),
  stripping('rstrip', 'right'),
  splitting('split', split),
  splitting('rsplit', splitRight),
  [
    'splitlines',
    withSignature<string>(
      { name: 'splitlines', params: ['keepends'], required: 0 },
      (runtime, self, [keep]) => splitLines(runtime, self, toInt(keep, 0) !== 0),
    ),
  ],
  finding('find', false, 'number'),
  finding('rfind', true, 'number'),
  finding('index', false, 'error'),
  finding('rindex', true, 'error'),
  [
    'count',
    positional<string>('count', ['sub', 'start', 'end'], 1, (runtime, self, [what, start, end]) => {
      runtime.charge(self.length >> 6);
      return countText(self, toText(what, 'argument 1'), start, end);
    }),
  ],
  affix('startswith'),
  affix('endswith'),
  justifying('ljust', 'left'),
  justifying('rjust', 'right'),
  justifying('center', 'center'),
  [
    'zfill',
    positional<string>('zfill', ['width'], 1, (runtime, self, [width]) =>
      zeroFill(runtime, self, toSize(width, 0)),
    ),
  ],
  [
    'expandtabs',
    withSignature<string>({ name: 'expandtabs', params: ['tabsize'], required: 0 }, (runtime, self, [size]) =>
      expandTabs(runtime, self, toSize(size, 8)),
    ),
  ],
  [
    'replace',
    positional<string>('replace', ['old', 'new', 'count'], 2, (runtime, self, [old, fresh, count]) =>
      replaceText(
        runtime,
        self,
        toText(old, 'replace() argument 1'),
        toText(fresh, 'replace() argument 2'),
        toSize(count, -1),
      ),
    ),
  ],
  [
    'join',
    positional<string>('join', ['iterable'], 1, (runtime, self, [items]) =>
      join(runtime, self, items ?? null),
    ),
  ],
  partitioning('partition', false),
  partitioning('rpartition', true),
  [
    'removeprefix',
    positional<string>('removeprefix', ['prefix'], 1, (_, self, [prefix]) => {
      const text = toText(prefix, 'removeprefix() argument');
      return self.startsWith(text) ? self.slice(text.length) : self;
    }),
  ],
  [
    'removesuffix',
    positional<string>('removesuffix', ['suffix'], 1, (_, self, [suffix]) => {
      const text = toText(suffix, 'removesuffix() argument');
      return text !== '' && self.endsWith(text) ? self.slice(0, -text.length) : self;
    }),
  ],
  ['format', formatMethod],
  ['format_map', formatMapMethod],
  ['encode', encodeMethod],
  ['translate', translateMethod],
  ['maketrans', makeTranslation],
]);

/** A method of str by name. */
export function textMethod(name: string): Method<string> | undefined {
  return METHODS.get(name);
}
