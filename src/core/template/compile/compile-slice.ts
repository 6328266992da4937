import type { Expression, SliceNode } from '../syntax/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { getItem } from '../values/access.ts';
import { PySlice, slice } from '../values/slice.ts';
import type { Evaluate, Scope } from './scope.ts';

type Compile = (node: Expression, scope: Scope) => Evaluate;

function compileBounds(
  key: SliceNode,
  scope: Scope,
  compile: Compile,
): readonly [Evaluate, Evaluate, Evaluate] {
  const part = (node: Expression | null): Evaluate => (node === null ? () => null : compile(node, scope));
  return [part(key.from), part(key.to), part(key.step)];
}

/** `value[from:to:step]`. */
export function compileSlice(
  inner: Evaluate,
  key: SliceNode,
  start: number,
  scope: Scope,
  compile: Compile,
): Evaluate {
  const [from, to, step] = compileBounds(key, scope, compile);
  const { folding } = scope;
  return (frame, runtime) => {
    const value = inner(frame, runtime);
    const first = from(frame, runtime);
    const last = to(frame, runtime);
    const stride = step(frame, runtime);
    runtime.at = start;
    if (!folding) return slice(runtime, value, first, last, stride);
    // evaluated at compile time, a slice goes through the environment, which makes an undefined of a TypeError
    const key = new PySlice(first, last, stride);
    return getItem(value, key);
  };
}

/** A slice beside other keys in brackets: an object among others. */
export function compileSliceObject(node: SliceNode, scope: Scope, compile: Compile): Evaluate {
  const [from, to, step] = compileBounds(node, scope, compile);
  // in generated code it is a mistake of syntax
  if (!scope.folding)
    scope.marks.fault ??= new TemplateFault('TemplateSyntaxError', 'invalid syntax', node.start);
  return (frame, runtime) => new PySlice(from(frame, runtime), to(frame, runtime), step(frame, runtime));
}
