import type { Runtime } from '../runtime.ts';
import { bindArguments, type Signature } from '../values/signature.ts';
import type { Kwargs, Value } from '../values/value.ts';

/** A method of a built-in type, called with its value. */
export type Method<Self extends Value> = (
  runtime: Runtime,
  self: Self,
  args: Value[],
  kwargs: Kwargs,
) => Value;

/** A method with positional parameters, as most of C's are; `required` of them must be given. */
export function positional<Self extends Value>(
  name: string,
  params: readonly string[],
  required: number,
  body: (runtime: Runtime, self: Self, args: readonly (Value | undefined)[]) => Value,
): Method<Self> {
  return withSignature({ name, params, required, positionalOnly: true }, body);
}

/** A method whose parameters may be named. */
export function withSignature<Self extends Value>(
  signature: Signature,
  body: (runtime: Runtime, self: Self, args: readonly (Value | undefined)[]) => Value,
): Method<Self> {
  return (runtime, self, args, kwargs) => body(runtime, self, bindArguments(signature, args, kwargs));
}
