import type { Runtime } from '../runtime.ts';
import { markOf, type AssignTarget, type ForNode, type Statement } from '../syntax/nodes.ts';
import { Markup } from '../values/markup.ts';
import { TemplateFault } from '../template-fault.ts';
import { ItemOrigins } from '../trace/item-origins.ts';
import { PyDict } from '../values/dict.ts';
import { iterate } from '../values/iterate.ts';
import { LoopContext } from '../values/loop.ts';
import { isTrue } from '../values/truth.ts';
import { PyIterator, type Value } from '../values/value.ts';
import { analyzeLoop } from './analyze.ts';
import { compileExpression } from './compile-expression.ts';
import { allStatements } from './inner-statements.ts';
import { compileTarget } from './compile-target.ts';
import type { Frame, Slot } from './function-scope.ts';
import {
  BREAK,
  enterFrame,
  functionScope,
  GO_ON,
  innerScope,
  leaveFrame,
  type Execute,
  type Flow,
  type Scope,
} from './scope.ts';
import { Symbols } from './symbols.ts';
import { findUndeclared } from './undeclared.ts';

type CompileBody = (body: readonly Statement[], scope: Scope) => Execute;

/** Runs the loop over a value: the part that a recursive loop calls again. */
type RunLoop = (frame: Frame, runtime: Runtime, iterable: Value, depth: number) => Flow;

interface Recursion {
  run: RunLoop | null;
  /** The last mark of its code, where what it wrote is joined. */
  end: number;
  /** Whether what `loop(…)` gives is Markup. */
  readonly escapes: (runtime: Runtime) => boolean;
}

/** Compiles a loop (compiler.py:1172). */
export function compileFor(node: ForNode, scope: Scope, compileBody: CompileBody): Execute {
  refuseLoopTarget(node);
  const mark = markOf(node);
  scope.marks.last = mark;
  const iterable = compileExpression(node.iterable, scope);
  const { start } = node.iterable;
  if (!node.recursive) {
    const run = compileLoop(node, innerScope(scope, true), innerScope(scope), scope, compileBody, null);
    return (frame, runtime) => {
      runtime.step();
      runtime.mark = mark;
      const value = iterable(frame, runtime);
      runtime.at = start;
      return run(frame, runtime, value, 0);
    };
  }
  const inside = functionScope(scope);
  const elseScope = { ...inside, symbols: new Symbols(inside.symbols.scope, scope.symbols) };
  const { on, varies } = scope.escaping;
  const recursion: Recursion = {
    run: null,
    end: mark,
    escapes: (runtime) => (varies ? runtime.autoescape : on),
  };
  const run = compileLoop(node, { ...inside, breakable: true }, elseScope, scope, compileBody, recursion);
  recursion.end = scope.marks.last;
  scope.marks.last = mark;
  recursion.run = (outer, runtime, value, depth) => {
    const outerMark = runtime.mark;
    runtime.enter();
    runtime.mark = mark;
    run(inside.symbols.scope.frame(outer), runtime, value, depth);
    runtime.leave();
    runtime.mark = outerMark;
    return GO_ON;
  };
  return (frame, runtime) => {
    runtime.step();
    runtime.mark = mark;
    const value = iterable(frame, runtime);
    runtime.at = start;
    runtime.write(runtime.capture(() => recursion.run?.(frame, runtime, value, 0), recursion.end));
    return GO_ON;
  };
}

/** `outer` is the scope that the loop stands in: the frame that `recursion` starts from, one function further out than the loop's own. */
function compileLoop(
  node: ForNode,
  loopScope: Scope,
  elseScope: Scope,
  outer: Scope,
  compileBody: CompileBody,
  recursion: Recursion | null,
): RunLoop {
  const { symbols } = loopScope;
  const extended = node.recursive || findUndeclared(node.body, ['loop']).has('loop') || hasScopedBlock(node);
  const loopSlot = extended ? symbols.declareParameter('loop') : null;
  analyzeLoop(node, 'body', symbols);
  const assign = compileTarget(node.target, loopScope);
  const filter = node.test === null ? null : compileLoopFilter(node, loopScope, outer);
  const body = compileBody(node.body, loopScope);
  const enter = enterFrame(symbols);
  const leave = leaveFrame(symbols);
  const otherwise = node.otherwise.length === 0 ? null : compileElse(node, elseScope, compileBody);
  const { start } = node.target;
  const mark = markOf(node);

  const turn = (frame: Frame, runtime: Runtime, item: Value, origins: ItemOrigins | null): Flow => {
    runtime.step();
    if (origins !== null) runtime.trace?.offer(origins.next(item));
    runtime.at = start;
    runtime.mark = mark;
    assign(frame, runtime, item);
    if (item instanceof PyDict && item.messageIndex >= 0) runtime.message = item.messageIndex;
    enter(frame, runtime);
    return body(frame, runtime);
  };

  return (frame, runtime, value, depth) => {
    const message = runtime.message;
    const origins = runtime.trace === null ? null : new ItemOrigins(runtime.trace, value, filter !== null);
    const source = filter === null ? value : filter(frame, runtime, value, origins);
    const loop: RunningLoop = { source, origins, turn, mark };
    const turns =
      loopSlot === null
        ? plainLoop(frame, runtime, loop)
        : extendedLoop(frame, runtime, loop, loopSlot, depth, recursion);
    leave(frame);
    runtime.message = message;
    return turns === 0 && otherwise !== null ? otherwise(frame, runtime) : GO_ON;
  };
}

/** What the turns of one loop have in common. */
interface RunningLoop {
  readonly source: Value;
  readonly origins: ItemOrigins | null;
  readonly turn: (frame: Frame, runtime: Runtime, item: Value, origins: ItemOrigins | null) => Flow;
  readonly mark: number;
}

/** Gives how many turns ran to their end: jinja2's `else` runs when none did, so also after a break in the first (compiler.py:1268). */
function plainLoop(frame: Frame, runtime: Runtime, { source, origins, turn, mark }: RunningLoop): number {
  let turns = 0;
  if (Array.isArray(source)) {
    for (const item of source) {
      const flow = turn(frame, runtime, item, origins);
      if (flow === BREAK) return turns;
      if (flow === GO_ON) turns++;
    }
    return turns;
  }
  const cursor = iterate(source);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    const flow = turn(frame, runtime, item, origins);
    if (flow === BREAK) return turns;
    if (flow === GO_ON) turns++;
    runtime.mark = mark;
  }
  return turns;
}

function extendedLoop(
  frame: Frame,
  runtime: Runtime,
  { source, origins, turn, mark }: RunningLoop,
  slot: Slot,
  depth: number,
  recursion: Recursion | null,
): number {
  const recurse =
    recursion === null
      ? null
      : (inner: Runtime, iterable: Value, deeper: number): Value => {
          const text = inner.capture(
            () => recursion.run?.(frame.outer ?? frame, inner, iterable, deeper),
            recursion.end,
          );
          return recursion.escapes(inner) ? new Markup(text) : text;
        };
  const loop = new LoopContext(source, recurse, depth);
  let turns = 0;
  for (let item = loop.advance(); item !== undefined; item = loop.advance()) {
    frame.slots[slot.index] = loop;
    const flow = turn(frame, runtime, item, origins);
    if (flow === BREAK) return turns;
    if (flow === GO_ON) turns++;
    runtime.mark = mark;
  }
  return turns;
}

function compileElse(node: ForNode, scope: Scope, compileBody: CompileBody): Execute {
  analyzeLoop(node, 'else', scope.symbols);
  const enter = enterFrame(scope.symbols);
  const body = compileBody(node.otherwise, scope);
  const leave = leaveFrame(scope.symbols);
  return (frame, runtime) => {
    enter(frame, runtime);
    const flow = body(frame, runtime);
    leave(frame);
    return flow;
  };
}

type LoopFilter = (frame: Frame, runtime: Runtime, value: Value, origins: ItemOrigins | null) => Value;

/** The condition of a loop is a generator of its own: it is asked for an item only when the loop wants one. */
function compileLoopFilter(node: ForNode, loopScope: Scope, outer: Scope): LoopFilter {
  const recursive = loopScope.symbols.scope !== outer.symbols.scope;
  const testScope = functionScope(outer);
  analyzeLoop(node, 'test', testScope.symbols);
  const assign = compileTarget(node.target, testScope);
  const test = node.test === null ? () => true : compileExpression(node.test, testScope);
  const enter = enterFrame(testScope.symbols);
  const { start } = node.target;
  const mark = node.test === null ? start : markOf(node.test);
  return (frame, runtime, value, origins) => {
    const source = iterate(value);
    const own = testScope.symbols.scope.frame(recursive ? frame.outer : frame);
    enter(own, runtime);
    return new PyIterator({
      next: () => {
        for (let item = source.next(); item !== undefined; item = source.next()) {
          runtime.step();
          runtime.at = start;
          runtime.mark = mark;
          if (origins !== null) runtime.trace?.offer(origins.look(item));
          assign(own, runtime, item);
          if (isTrue(test(own, runtime))) {
            origins?.keep();
            return item;
          }
        }
        return undefined;
      },
    });
  };
}

function hasScopedBlock(node: ForNode): boolean {
  for (const each of allStatements([node])) if (each.kind === 'block' && each.scoped) return true;
  return false;
}

/** Nothing inside a loop may assign to `loop`. */
function refuseLoopTarget(node: ForNode): void {
  for (const each of allStatements([node])) {
    if (each.kind !== 'for' && each.kind !== 'set' && each.kind !== 'set block') continue;
    if (!targetNames(each.target).includes('loop')) continue;
    const message = "Can't assign to special loop variable in for-loop target";
    throw new TemplateFault('TemplateAssertionError', message, each.target.start);
  }
}

function targetNames(target: AssignTarget): string[] {
  if (target.kind === 'name') return [target.name];
  return target.kind === 'tuple' ? target.items.flatMap(targetNames) : [];
}
