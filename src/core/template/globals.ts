import { lipsum } from './lipsum.ts';
import { fromKeys } from './methods/dict-methods.ts';
import type { Runtime } from './runtime.ts';
import { strftime } from './strftime.ts';
import { TemplateFault, typeError, valueError } from './template-fault.ts';
import { toIndex } from './values/coerce.ts';
import { PyDict } from './values/dict.ts';
import { iterate, listOf, textOf } from './values/iterate.ts';
import { textIn } from './values/markup.ts';
import { Namespace } from './values/namespace.ts';
import { bindArguments } from './values/signature.ts';
import { typeName } from './values/type-name.ts';
import { Undefined } from './values/undefined.ts';
import { PyFunction, PyObject, PyTuple, PyRange, type Kwargs, type Value } from './values/value.ts';

const MAX_RANGE = 100_000;

/** The sandbox's range (sandbox.py:86). */
function range(args: Value[], kwargs: Kwargs): PyRange {
  if (kwargs !== null && kwargs.size > 0) return typeError('safe_range() got an unexpected keyword argument');
  if (args.length === 0) return typeError('range expected at least 1 argument, got 0');
  if (args.length > 3) return typeError(`range expected at most 3 arguments, got ${args.length}`);
  const [first = 0, second = 0, third = 1] = args.map((arg) => toIndex(arg, 0));
  if (args.length === 3 && third === 0) return valueError('range() arg 3 must not be zero');
  const made = args.length === 1 ? new PyRange(0, first, 1) : new PyRange(first, second, third);
  if (made.length <= MAX_RANGE) return made;
  throw new TemplateFault(
    'OverflowError',
    `Range too big. The sandbox blocks ranges larger than MAX_RANGE (${MAX_RANGE}).`,
  );
}

/** Python's `dict(…)`. */
function makeDict(runtime: Runtime, args: Value[], kwargs: Kwargs): PyDict {
  const [source] = args;
  if (args.length > 1) return typeError(`dict expected at most 1 argument, got ${args.length}`);
  if (source instanceof Undefined) return source.fail();
  const dict = source instanceof PyDict ? source.copy() : new PyDict();
  if (source !== undefined && !(source instanceof PyDict)) addPairs(runtime, dict, source);
  for (const [key, value] of kwargs ?? []) dict.setText(key, value);
  return dict;
}

function addPairs(runtime: Runtime, dict: PyDict, source: Value): void {
  const cursor = iterate(source);
  let index = 0;
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    const pair = listOf(runtime, item);
    const [key, value] = pair;
    if (key === undefined || value === undefined || pair.length > 2) {
      return valueError(
        `dictionary update sequence element #${index} has length ${pair.length}; 2 is required`,
      );
    }
    dict.set(key, value);
    index++;
  }
}

/** Where the classes stand that transformers makes for its environment. */
const LOCALS = 'transformers.utils.chat_template_utils._cached_compile_jinja_template.<locals>.';

/** transformers' stand-in for `dict`: it can be called, and has `fromkeys` (chat_template_utils.py:625). */
class TemplateDict extends PyObject {
  readonly typeName = 'TemplateDict';
  override get module(): string {
    return LOCALS;
  }

  override get isCallable(): boolean {
    return true;
  }

  override call(runtime: Runtime, args: Value[], kwargs: Kwargs): Value {
    return makeDict(runtime, args, kwargs);
  }

  override attribute(name: string): Value | undefined {
    if (name !== 'fromkeys') return undefined;
    return new PyFunction('fromkeys', (_, [keys, value]) => fromKeys(keys ?? null, value ?? null), 'method');
  }
}

/** jinja2's `cycler` (utils.py:528). */
class Cycler extends PyObject {
  readonly typeName = 'Cycler';
  override get module(): string {
    return 'jinja2.utils.';
  }

  private readonly items: readonly Value[];
  private position = 0;

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }

  override attribute(name: string): Value | undefined {
    const current = (): Value => this.items[this.position] ?? null;
    switch (name) {
      case 'current':
        return current();
      case 'pos':
        return this.position;
      case 'items':
        return new PyTuple([...this.items]);
      case 'next':
        return new PyFunction(
          'next',
          () => {
            const item = current();
            this.position = (this.position + 1) % this.items.length;
            return item;
          },
          'method',
        );
      case 'reset':
        return new PyFunction(
          'reset',
          () => {
            this.position = 0;
            return null;
          },
          'method',
        );
      default:
        return undefined;
    }
  }
}

/** jinja2's `joiner`: nothing at first, then the separator. */
class Joiner extends PyObject {
  readonly typeName = 'Joiner';
  override get module(): string {
    return 'jinja2.utils.';
  }

  private readonly separator: Value;
  private used = false;

  constructor(separator: Value) {
    super();
    this.separator = separator;
  }

  override get isCallable(): boolean {
    return true;
  }

  override call(): Value {
    if (this.used) return this.separator;
    this.used = true;
    return '';
  }
}

function raiseException(args: Value[], kwargs: Kwargs): never {
  const [message] = bindArguments(
    { name: 'raise_exception', params: ['message'], required: 1 },
    args,
    kwargs,
  );
  throw new TemplateFault('TemplateError', textOf(message ?? null));
}

function strftimeNow(runtime: Runtime, args: Value[], kwargs: Kwargs): string {
  const [format] = bindArguments({ name: 'strftime_now', params: ['format'], required: 1 }, args, kwargs);
  const text = textIn(format);
  if (text === undefined)
    return typeError(`strftime() argument 1 must be str, not ${typeName(format ?? null)}`);
  for (const width of text.matchAll(/\d{3,}/gu)) runtime.reserve(Number(width[0]) * text.length);
  runtime.charge(text.length);
  return strftime(runtime.now, text);
}

const GLOBALS: readonly (readonly [string, Value])[] = [
  ['range', new PyFunction('safe_range', (_, args, kwargs) => range(args, kwargs), 'function')],
  ['dict', new TemplateDict()],
  [
    'namespace',
    new PyFunction(
      `${LOCALS}TemplateNamespace`,
      (runtime, args, kwargs) => new Namespace(makeDict(runtime, args, kwargs)),
      'type',
    ),
  ],
  ['cycler', new PyFunction('jinja2.utils.Cycler', (_, args, kwargs) => makeCycler(args, kwargs), 'type')],
  [
    'joiner',
    new PyFunction(
      'jinja2.utils.Joiner',
      (_, args, kwargs) => {
        const [separator] = bindArguments({ name: 'joiner', params: ['sep'], required: 0 }, args, kwargs);
        return new Joiner(separator === undefined ? ', ' : separator);
      },
      'type',
    ),
  ],
  ['lipsum', new PyFunction('generate_lorem_ipsum', lipsum, 'function')],
  [
    'raise_exception',
    new PyFunction('raise_exception', (_, args, kwargs) => raiseException(args, kwargs), 'function'),
  ],
  ['strftime_now', new PyFunction('strftime_now', strftimeNow, 'function')],
];

function makeCycler(items: readonly Value[], kwargs: Kwargs): Cycler {
  if (kwargs !== null && kwargs.size > 0)
    return typeError('Cycler.__init__() got an unexpected keyword argument');
  if (items.length > 0) return new Cycler(items);
  throw new TemplateFault('RuntimeError', 'at least one item has to be provided');
}

/** A context with the environment's globals, for variables to be added. */
export function newContext(): Map<string, Value> {
  return new Map(GLOBALS);
}
