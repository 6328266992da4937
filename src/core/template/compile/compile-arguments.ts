import type { Runtime } from '../runtime.ts';
import type { CallArguments, Expression } from '../syntax/nodes.ts';
import { typeError } from '../template-fault.ts';
import { PyDict } from '../values/dict.ts';
import { listOf } from '../values/iterate.ts';
import { typeName } from '../values/type-name.ts';
import type { Kwargs, Value } from '../values/value.ts';
import type { Frame } from './function-scope.ts';
import type { Evaluate } from './scope.ts';

/** The arguments of a call, to be evaluated in order: first all positional ones, then the keywords. */
export interface CompiledArguments {
  positional(frame: Frame, runtime: Runtime): Value[];
  keywords(frame: Frame, runtime: Runtime): Kwargs;
}

export function compileArguments(
  node: CallArguments,
  compile: (node: Expression) => Evaluate,
  start: number,
): CompiledArguments {
  return {
    positional: compilePositional(node, compile, start),
    keywords: compileKeywords(node, compile, start),
  };
}

function compilePositional(
  node: CallArguments,
  compile: (node: Expression) => Evaluate,
  start: number,
): CompiledArguments['positional'] {
  const args = node.args.map(compile);
  const [first, second] = args;
  if (node.dynArgs === null) {
    if (first === undefined) return () => [];
    if (second === undefined) return (frame, runtime) => [first(frame, runtime)];
    return (frame, runtime) => args.map((arg) => arg(frame, runtime));
  }
  const dynamic = compile(node.dynArgs);
  return (frame, runtime) => {
    const values = args.map((arg) => arg(frame, runtime));
    const more = dynamic(frame, runtime);
    runtime.at = start;
    return [...values, ...listOf(runtime, more)];
  };
}

function compileKeywords(
  node: CallArguments,
  compile: (node: Expression) => Evaluate,
  start: number,
): CompiledArguments['keywords'] {
  if (node.kwargs.length === 0 && node.dynKwargs === null) return () => null;
  const kwargs = node.kwargs.map(({ key, value }) => ({ key, value: compile(value) }));
  const dynamic = node.dynKwargs === null ? null : compile(node.dynKwargs);
  return (frame, runtime) => {
    const values = new Map<string, Value>();
    for (const { key, value } of kwargs) values.set(key, value(frame, runtime));
    if (dynamic === null) return values;
    const more = dynamic(frame, runtime);
    runtime.at = start;
    return withMapping(values, more);
  };
}

function withMapping(values: Map<string, Value>, more: Value): Map<string, Value> {
  if (!(more instanceof PyDict))
    return typeError(`argument after ** must be a mapping, not ${typeName(more)}`);
  for (const [key, value] of more.entries()) {
    if (typeof key !== 'string') return typeError('keywords must be strings');
    if (values.has(key)) return typeError(`got multiple values for keyword argument '${key}'`);
    values.set(key, value);
  }
  return values;
}
