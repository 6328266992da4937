import type { Runtime } from '../runtime.ts';
import type { AssignTarget, NamespaceTarget } from '../syntax/nodes.ts';
import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { cursorOf } from '../values/cursor.ts';
import { Namespace } from '../values/namespace.ts';
import { typeName } from '../values/type-name.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './function-scope.ts';
import { reader, writer, type Scope } from './scope.ts';

export type Assign = (frame: Frame, runtime: Runtime, value: Value) => void;

/** Assignment to a name, a namespace attribute, or a tuple of them. `names` collects the names for blocks to see. */
export function compileTarget(target: AssignTarget, scope: Scope): Assign {
  switch (target.kind) {
    case 'name':
      return compileName(target.name, target.start, scope);
    case 'nsref': {
      const read = reader(scope.symbols.scope, scope.symbols.ref(target.name, target.start));
      const { attribute } = target;
      return (frame, runtime, value) => {
        const namespace = read(frame);
        // `{% set ns, ns.x = … %}` may have replaced what was checked before
        if (!(namespace instanceof Namespace)) return typeError('object does not support item assignment');
        namespace.assign(attribute, value);
        runtime.trace?.assignAttribute(namespace, attribute);
      };
    }
    case 'tuple': {
      const items = target.items.map((item) => compileTarget(item, scope));
      return (frame, runtime, value) => {
        const values = unpack(value, items.length);
        items.forEach((assign, i) => {
          const item = values[i] ?? null;
          runtime.trace?.offerItem(value, i, item);
          assign(frame, runtime, item);
        });
      };
    }
    default:
      return target satisfies never;
  }
}

/** The check that comes before an assignment's value is evaluated: attributes are assigned to namespaces alone (compiler.py:1550). */
export function compileNamespaceCheck(
  target: AssignTarget,
  scope: Scope,
): ((frame: Frame, runtime: Runtime) => void) | null {
  const checks = namespaceTargets(target).map((each) =>
    reader(scope.symbols.scope, scope.symbols.ref(each.name, each.start)),
  );
  if (checks.length === 0) return null;
  const mark = scope.marks.last;
  return (frame, runtime) => {
    runtime.mark = mark;
    runtime.at = target.start;
    for (const read of checks) {
      if (read(frame) instanceof Namespace) continue;
      throw new TemplateFault('TemplateRuntimeError', 'cannot assign attribute on non-namespace object');
    }
  };
}

function namespaceTargets(target: AssignTarget): NamespaceTarget[] {
  if (target.kind === 'nsref') return [target];
  return target.kind === 'tuple' ? target.items.flatMap(namespaceTargets) : [];
}

function compileName(name: string, start: number, scope: Scope): Assign {
  const write = writer(scope.symbols.ref(name, start));
  if (!scope.topLevel) return write;
  return (frame, runtime, value) => {
    write(frame, runtime, value);
    runtime.context.set(name, value);
    runtime.trace?.assignVariable(name, value);
  };
}

function unpack(value: Value, count: number): Value[] {
  const cursor = cursorOf(value) ?? typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  const values: Value[] = [];
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    if (values.length === count) return valueError(`too many values to unpack (expected ${count})`);
    values.push(item);
  }
  if (values.length < count) {
    return valueError(`not enough values to unpack (expected ${count}, got ${values.length})`);
  }
  return values;
}
