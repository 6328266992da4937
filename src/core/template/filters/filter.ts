import type { Runtime } from '../runtime.ts';
import { bindArguments } from '../values/signature.ts';
import type { Kwargs, Value } from '../values/value.ts';

/** A filter or a test, called with the value left of it. */
export type Filter = (runtime: Runtime, value: Value, args: Value[], kwargs: Kwargs) => Value;
export type Test = (runtime: Runtime, value: Value, args: Value[], kwargs: Kwargs) => boolean;

/** The filters of one family by name. */
export type FilterFamily = Readonly<Record<string, Filter>>;

/** A filter with these parameters besides the value; `required` of them must be given. */
export function filter(
  name: string,
  params: readonly string[],
  body: (runtime: Runtime, value: Value, args: readonly (Value | undefined)[]) => Value,
  required = 0,
): Filter {
  const signature = { name, params, required };
  return (runtime, value, args, kwargs) => body(runtime, value, bindArguments(signature, args, kwargs));
}
