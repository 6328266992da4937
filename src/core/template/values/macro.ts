import type { Runtime } from '../runtime.ts';
import { typeError } from '../template-fault.ts';
import { PyDict } from './dict.ts';
import { Markup } from './markup.ts';
import { Undefined } from './undefined.ts';
import { PyObject, PyTuple, type Kwargs, type Value } from './value.ts';

/** What a macro's code says about its arguments. */
export interface MacroSignature {
  /** Null for a call block's body. */
  readonly name: string | null;
  readonly params: readonly string[];
  readonly usesCaller: boolean;
  readonly usesKwargs: boolean;
  readonly usesVarargs: boolean;
}

/** Runs the body; arguments in the order params, caller, kwargs, varargs, JS undefined for one that was not given. */
export type MacroBody = (runtime: Runtime, args: (Value | undefined)[]) => string;

/** A macro, or the body of a call block as `caller` (runtime.py:652). */
export class Macro extends PyObject {
  readonly typeName = 'Macro';
  private readonly signature: MacroSignature;
  private readonly body: MacroBody;

  constructor(signature: MacroSignature, body: MacroBody) {
    super();
    this.signature = signature;
    this.body = body;
  }

  override get isCallable(): boolean {
    return true;
  }

  override repr(): string {
    const { name } = this.signature;
    return `<Macro ${name === null ? 'anonymous' : `'${name}'`}>`;
  }

  override attribute(name: string): Value | undefined {
    const { signature } = this;
    switch (name) {
      case 'name':
        return signature.name;
      case 'arguments':
        return new PyTuple([...signature.params]);
      case 'catch_kwargs':
        return signature.usesKwargs;
      case 'catch_varargs':
        return signature.usesVarargs;
      case 'caller':
        return signature.usesCaller;
      case 'explicit_caller':
        return signature.params.includes('caller');
      default:
        return undefined;
    }
  }

  override call(runtime: Runtime, args: Value[], kwargs: Kwargs): Value {
    const text = this.body(runtime, this.bind(args, new Map(kwargs)));
    return runtime.autoescape ? new Markup(text) : text;
  }

  private bind(args: readonly Value[], kwargs: Map<string, Value>): (Value | undefined)[] {
    const { params, usesCaller, usesKwargs, usesVarargs } = this.signature;
    const bound: (Value | undefined)[] = args.slice(0, params.length);
    let foundCaller = bound.length === params.length && params.includes('caller');
    for (const param of params.slice(bound.length)) {
      if (param === 'caller') foundCaller = true;
      bound.push(kwargs.get(param));
      kwargs.delete(param);
    }
    if (usesCaller && !foundCaller) {
      const caller = kwargs.get('caller') ?? null;
      kwargs.delete('caller');
      bound.push(caller ?? new Undefined('caller', undefined, 'No caller defined'));
    }
    if (usesKwargs) bound.push(PyDict.of(kwargs));
    else if (kwargs.size > 0) this.refuseKeywords(kwargs);
    if (usesVarargs) bound.push(new PyTuple(args.slice(params.length)));
    else if (args.length > params.length) {
      typeError(`macro ${this.quoted()} takes not more than ${params.length} argument(s)`);
    }
    return bound;
  }

  private quoted(): string {
    return this.signature.name === null ? 'None' : `'${this.signature.name}'`;
  }

  private refuseKeywords(kwargs: ReadonlyMap<string, Value>): never {
    if (kwargs.has('caller')) {
      return typeError(
        `macro ${this.quoted()} was invoked with two values for the special caller argument. This is most likely a bug.`,
      );
    }
    const [first = ''] = kwargs.keys();
    return typeError(`macro ${this.quoted()} takes no keyword argument '${first}'`);
  }
}
