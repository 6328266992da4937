import { typeError } from '../template-fault.ts';
import type { Kwargs, Value } from './value.ts';

/** Parameters of a built-in, so that arguments are accepted and refused as in Python. */
export interface Signature {
  readonly name: string;
  readonly params: readonly string[];
  /** How many of `params` must be given. */
  readonly required: number;
  /** C functions that take no keyword arguments. */
  readonly positionalOnly?: boolean;
}

/** The arguments in the order of the parameters; JS undefined for one that was left out. */
export function bindArguments(
  signature: Signature,
  args: readonly Value[],
  kwargs: Kwargs,
): (Value | undefined)[] {
  const { name, params, required } = signature;
  if (args.length > params.length) {
    return typeError(`${name}() takes at most ${params.length} arguments (${args.length} given)`);
  }
  const bound: (Value | undefined)[] = [...args];
  if (kwargs !== null && kwargs.size > 0) bindKeywords(signature, bound, kwargs);
  for (let i = 0; i < required; i++) {
    if (bound[i] === undefined) return typeError(`${name}() missing required argument: '${params[i] ?? ''}'`);
  }
  return bound;
}

function bindKeywords(signature: Signature, bound: (Value | undefined)[], kwargs: NonNullable<Kwargs>): void {
  const { name, params } = signature;
  if (signature.positionalOnly === true) return typeError(`${name}() takes no keyword arguments`);
  for (const [key, value] of kwargs) {
    const index = params.indexOf(key);
    if (index < 0) return typeError(`${name}() got an unexpected keyword argument '${key}'`);
    if (bound[index] !== undefined) return typeError(`${name}() got multiple values for argument '${key}'`);
    bound[index] = value;
  }
}
