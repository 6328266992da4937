import type { Runtime } from '../runtime.ts';
import type { AssignTarget } from '../syntax/nodes.ts';
import { TemplateFault, typeError, valueError } from '../template-fault.ts';
import { cursorOf } from '../values/iterate.ts';
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
      return (frame, _, value) => {
        const namespace = read(frame);
        if (!(namespace instanceof Namespace)) {
          throw new TemplateFault('TemplateRuntimeError', 'cannot assign attribute on non-namespace object');
        }
        namespace.assign(attribute, value);
      };
    }
    case 'tuple': {
      const items = target.items.map((item) => compileTarget(item, scope));
      return (frame, runtime, value) => {
        const values = unpack(value, items.length);
        items.forEach((assign, i) => assign(frame, runtime, values[i] ?? null));
      };
    }
    default:
      return target satisfies never;
  }
}

function compileName(name: string, start: number, scope: Scope): Assign {
  const write = writer(scope.symbols.ref(name, start));
  if (!scope.topLevel) return (frame, _, value) => write(frame, value);
  return (frame, runtime, value) => {
    write(frame, value);
    runtime.context.set(name, value);
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
