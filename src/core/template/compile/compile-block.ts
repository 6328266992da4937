import type { Runtime } from '../runtime.ts';
import { markOf, type BlockNode, type Statement } from '../syntax/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { Markup, textIn } from '../values/markup.ts';
import { Undefined } from '../values/undefined.ts';
import { PyFunction, PyObject, type Value } from '../values/value.ts';
import { analyzeStatements } from './analyze.ts';
import { FunctionScope } from './function-scope.ts';
import { enterFrame, GO_ON, reader, rootScope, type Execute, type Scope } from './scope.ts';
import { Symbols } from './symbols.ts';
import { findUndeclared } from './undeclared.ts';

/** Writes what a block makes of the runtime's variables. */
export type RunBlock = (runtime: Runtime) => void;

type CompileBody = (body: readonly Statement[], scope: Scope) => Execute;

/** A block sees the context, not the frames around it (compiler.py:912). */
export function compileBlockBody(node: BlockNode, outer: Scope, compileBody: CompileBody): RunBlock {
  const symbols = new Symbols(new FunctionScope(null, outer.symbols.scope.tracing), null);
  const names = findUndeclared(node.body, ['self', 'super']);
  const ownSlot = names.has('self') ? symbols.declareParameter('self') : null;
  const superSlot = names.has('super') ? symbols.declareParameter('super') : null;
  analyzeStatements(node.body, symbols);
  const scope = { ...rootScope(symbols, false, outer.marks), blocks: outer.blocks };
  scope.marks.last = markOf(node);
  const body = compileBody(node.body, scope);
  const enter = enterFrame(symbols);
  const hint = `there is no parent block called '${node.name}'.`;
  return (runtime) => {
    const { mark } = runtime;
    runtime.enter();
    const frame = symbols.scope.frame(null);
    if (ownSlot !== null) frame.slots[ownSlot.index] = selfReference(runtime, outer.blocks);
    if (superSlot !== null) frame.slots[superSlot.index] = new Undefined('super', undefined, hint);
    enter(frame, runtime);
    body(frame, runtime);
    runtime.leave();
    runtime.mark = mark;
  };
}

/** The place of a block: it runs there, with `scoped` also with the variables that are set around it. */
export function compileBlock(node: BlockNode, scope: Scope): Execute {
  const mark = markOf(node);
  scope.marks.last = mark;
  const { blocks, symbols } = scope;
  const { name } = node;
  const locals = node.scoped
    ? symbols.visibleStores().map(([each, slot]) => [each, reader(symbols.scope, slot)] as const)
    : [];
  return (frame, runtime) => {
    runtime.step();
    runtime.mark = mark;
    if (node.required)
      throw new TemplateFault('TemplateRuntimeError', `Required block '${name}' not found`, node.start);
    const run = (): void => blocks.get(name)?.(runtime);
    if (!node.scoped) run();
    else {
      const context = new Map(runtime.context);
      for (const [each, read] of locals) {
        const value = read(frame);
        if (value !== undefined) context.set(each, value);
      }
      runtime.within(context, run);
    }
    return GO_ON;
  };
}

/** `self` (runtime.py:132): its items are the blocks, to be called. */
class TemplateReference extends PyObject {
  readonly typeName = 'TemplateReference';
  private readonly context: Map<string, Value>;
  private readonly blocks: ReadonlyMap<string, RunBlock>;

  constructor(context: Map<string, Value>, blocks: ReadonlyMap<string, RunBlock>) {
    super();
    this.context = context;
    this.blocks = blocks;
  }

  override repr(): string {
    return '<TemplateReference None>';
  }

  override item(key: Value): Value | undefined {
    const name = textIn(key);
    const run = name === undefined ? undefined : this.blocks.get(name);
    if (name === undefined || run === undefined) return undefined;
    return new BlockReference(name, (runtime) => {
      const text = runtime.capture(() => runtime.within(this.context, () => run(runtime)));
      return runtime.autoescape ? new Markup(text) : text;
    });
  }
}

class BlockReference extends PyFunction {
  constructor(name: string, body: (runtime: Runtime) => Value) {
    super(name, body, 'BlockReference');
  }

  override attribute(name: string): Value | undefined {
    if (name === 'name') return this.name;
    if (name !== 'super') return undefined;
    return new Undefined('super', undefined, `there is no parent block called '${this.name}'.`);
  }
}

export function selfReference(runtime: Runtime, blocks: ReadonlyMap<string, RunBlock>): PyObject {
  return new TemplateReference(runtime.context, blocks);
}
