import type { Runtime } from '../runtime.ts';
import type {
  CallBlockNode,
  GenerationNode,
  IfNode,
  MacroNode,
  SetBlockNode,
  SetNode,
  Statement,
  WithNode,
} from '../syntax/nodes.ts';
import { markOf, type Expression } from '../syntax/nodes.ts';
import { TemplateFault, typeError } from '../template-fault.ts';
import { traceStatement } from '../trace/trace-statement.ts';
import { escaped } from '../values/escape.ts';
import { Markup, textIn } from '../values/markup.ts';
import { str } from '../values/repr.ts';
import { isTrue } from '../values/truth.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import type { Kwargs, Value } from '../values/value.ts';
import { analyzeExpression, analyzeStatements, declareTarget } from './analyze.ts';
import { compileBlock } from './compile-block.ts';
import { constantValue } from './constant-value.ts';
import { compileCall, compileExpression, compileFilter } from './compile-expression.ts';
import { compileFor } from './compile-for.ts';
import { compileMacro } from './compile-macro.ts';
import { compileNamespaceCheck, compileTarget } from './compile-target.ts';
import type { Frame } from './function-scope.ts';
import {
  BREAK,
  CONTINUE,
  enterFrame,
  GO_ON,
  innerScope,
  leaveFrame,
  softScope,
  writer,
  type Execute,
  type Flow,
  type Scope,
} from './scope.ts';

/** Compiles statements to one closure; the frame must have been analyzed. */
export function compileBody(body: readonly Statement[], scope: Scope): Execute {
  const steps = body.map((statement) => compileStatement(statement, scope));
  const [first, second] = steps;
  if (first === undefined) return () => GO_ON;
  if (second === undefined) return first;
  return (frame, runtime) => {
    for (const step of steps) {
      const flow = step(frame, runtime);
      if (flow !== GO_ON) return flow;
    }
    return GO_ON;
  };
}

function compileStatement(node: Statement, scope: Scope): Execute {
  const execute = compilePlainStatement(node, scope);
  return scope.symbols.scope.tracing ? traceStatement(node, execute) : execute;
}

function compilePlainStatement(node: Statement, scope: Scope): Execute {
  switch (node.kind) {
    case 'data': {
      // where it may be escaped it has code of its own
      if (scope.escaping.varies) reached(node, scope);
      const { text } = node;
      return (_, runtime) => {
        runtime.step();
        runtime.write(text);
        return GO_ON;
      };
    }
    case 'print':
      return compilePrint(node.node, scope);
    case 'if':
      return compileIf(node, scope);
    case 'for':
      return compileFor(node, scope, compileBody);
    case 'set':
      return compileSet(node, scope);
    case 'set block':
      return compileSetBlock(node, scope);
    case 'macro':
      return compileMacroStatement(node, scope);
    case 'call block':
      return compileCallBlock(node, scope);
    case 'generation':
      return compileGeneration(node, scope);
    case 'filter block':
      return compileFilterBlock(node, scope);
    case 'with':
      return compileWith(node, scope);
    case 'autoescape':
      return compileAutoescape(node, scope);
    case 'block':
      return compileBlock(node, scope);
    case 'break':
    case 'continue':
      return compileJump(node, scope);
    case 'load':
      return compileLoad(node, scope);
    default:
      return node satisfies never;
  }
}

/** A constant is printed as it was evaluated at compile time (compiler.py:1412). */
function compilePrint(node: Expression, scope: Scope): Execute {
  const text = constantText(node, scope);
  if (text !== null) {
    return (_, runtime) => {
      runtime.step();
      runtime.write(text);
      return GO_ON;
    };
  }
  const mark = reached(node, scope);
  const value = compileExpression(node, scope);
  const { on, varies } = scope.escaping;
  if (!on && !varies) {
    return (frame, runtime) => {
      runtime.step();
      runtime.mark = mark;
      runtime.write(str(value(frame, runtime)));
      return GO_ON;
    };
  }
  return (frame, runtime) => {
    runtime.step();
    runtime.mark = mark;
    const result = value(frame, runtime);
    runtime.write(str((varies ? runtime.autoescape : on) ? escaped(result) : result));
    return GO_ON;
  };
}

function constantText(node: Expression, scope: Scope): string | null {
  const constant = constantValue(node, scope, compileExpression);
  if (constant === null) return null;
  try {
    return str(scope.escaping.on ? escaped(constant.value) : constant.value);
  } catch (error) {
    if (error instanceof TemplateFault) return null;
    throw error;
  }
}

/** The code of a statement begins: what Python names as its line. */
function reached(node: Parameters<typeof markOf>[0], scope: Scope): number {
  scope.marks.last = markOf(node);
  return scope.marks.last;
}

/** Without a loader all of these fail, but for an empty choice of templates that may be missing (environment.py:1040). */
function compileLoad(node: Extract<Statement, { kind: 'load' }>, scope: Scope): Execute {
  if (node.tag === 'extends' && !scope.topLevel) {
    const message = 'cannot use extend from a non top-level scope';
    throw new TemplateFault('TemplateAssertionError', message, markOf(node));
  }
  const mark = reached(node, scope);
  const template = compileExpression(node.template, scope);
  return (frame, runtime) => {
    runtime.mark = mark;
    const name = template(frame, runtime);
    runtime.at = node.start;
    const isList = typeof name !== 'string' && !(name instanceof Markup) && !(name instanceof Undefined);
    if (node.ignoreMissing && isList && !isTrue(name)) return GO_ON;
    return typeError('no loader for this environment specified');
  };
}

function compileIf(node: IfNode, outer: Scope): Execute {
  const scope = softScope(outer);
  const branches = [{ ...node, mark: markOf(node) }, ...node.elifs].map(({ test, body, mark }) => {
    scope.marks.last = mark;
    return { mark, test: compileExpression(test, scope), body: compileBody(body, scope) };
  });
  const otherwise = compileBody(node.otherwise, scope);
  return (frame, runtime) => {
    runtime.step();
    for (const { mark, test, body } of branches) {
      runtime.mark = mark;
      if (isTrue(test(frame, runtime))) return body(frame, runtime);
    }
    return otherwise(frame, runtime);
  };
}

function compileSet(node: SetNode, scope: Scope): Execute {
  const check = compileNamespaceCheck(node.target, scope);
  const mark = reached(node, scope);
  const value = compileExpression(node.value, scope);
  const assign = compileTarget(node.target, scope);
  const { start } = node;
  return (frame, runtime) => {
    runtime.step();
    check?.(frame, runtime);
    runtime.mark = mark;
    const result = value(frame, runtime);
    runtime.at = start;
    runtime.trace?.offerTop();
    assign(frame, runtime, result);
    return GO_ON;
  };
}

function compileSetBlock(node: SetBlockNode, scope: Scope): Execute {
  const inner = innerScope(scope);
  analyzeStatements(node.body, inner.symbols);
  const capture = captured(node, inner);
  const mark = reached(node, scope);
  const value = node.filter === null ? null : compileFilter(node.filter, inner, blockText(inner));
  const assign = compileTarget(node.target, scope);
  const { start } = node;
  return (frame, runtime) => {
    runtime.step();
    const flow = capture(frame, runtime);
    if (flow !== GO_ON) return flow;
    runtime.mark = mark;
    const result = value === null ? runtime.captured : value(frame, runtime);
    runtime.at = start;
    if (value !== null) runtime.trace?.offerTop();
    else runtime.trace?.offer(runtime.trace.capturedOrigin(runtime.captured, node));
    assign(frame, runtime, runtime.autoescape ? new Markup(str(result)) : result);
    capture.leave(frame);
    return GO_ON;
  };
}

/** What a filter block or set block hands to its filter. */
function blockText({ escaping: { on, varies } }: Scope): (frame: Frame, runtime: Runtime) => Value {
  return (_, runtime) => {
    const text = runtime.captured;
    return (varies ? runtime.autoescape : on) ? new Markup(text) : text;
  };
}

type FilterBlock = Extract<Statement, { kind: 'filter block' }>;
type Capture = Execute & { readonly leave: (frame: Frame) => void };

/** Runs a body in a frame of its own; what it writes becomes `runtime.captured`. A break or continue inside loses the text and goes on. */
function captured(node: SetBlockNode | FilterBlock, scope: Scope): Capture {
  const { body } = node;
  const mark = markOf(node);
  const run = compileBody(body, scope);
  const enter = enterFrame(scope.symbols);
  const leave = leaveFrame(scope.symbols);
  const capture = (frame: Frame, runtime: Runtime): Flow => {
    enter(frame, runtime);
    let flow: Flow = GO_ON;
    const text = runtime.capture(() => {
      flow = run(frame, runtime);
      return flow === GO_ON;
    }, mark);
    runtime.captured = text;
    return flow;
  };
  return Object.assign(capture, { leave });
}

function compileMacroStatement(node: MacroNode, scope: Scope): Execute {
  const make = compileMacro(node.name, node, node.body, scope, compileBody, node.start);
  const write = writer(scope.symbols.ref(node.name, node.start));
  return (frame, runtime) => {
    runtime.step();
    const macro = make(frame);
    write(frame, runtime, macro);
    if (scope.topLevel) runtime.context.set(node.name, macro);
    return GO_ON;
  };
}

function compileCallBlock(node: CallBlockNode, scope: Scope): Execute {
  const mark = reached(node, scope);
  const make = compileMacro(null, node, node.body, scope, compileBody, node.start);
  const caller = (frame: Frame): Kwargs => new Map([['caller', make(frame)]]);
  scope.marks.last = mark;
  const call = compileCall(node.call, scope, caller);
  return (frame, runtime) => {
    runtime.step();
    runtime.mark = mark;
    writeRaw(runtime, call(frame, runtime));
    return GO_ON;
  };
}

/** Call and filter blocks are written without being made text. */
function writeRaw(runtime: Runtime, value: Value): void {
  runtime.writeRaw(textIn(value) ?? null, typeName(value));
}

function compileGeneration(node: GenerationNode, scope: Scope): Execute {
  const mark = reached(node, scope);
  const make = compileMacro(null, { params: [], defaults: [] }, node.body, scope, compileBody, node.start);
  scope.marks.last = mark;
  return (frame, runtime) => {
    runtime.mark = mark;
    const text = str(make(frame).call(runtime, [], null));
    runtime.recordGeneration(text);
    runtime.write(text);
    return GO_ON;
  };
}

function compileFilterBlock(node: FilterBlock, scope: Scope): Execute {
  const inner = innerScope(scope);
  // the filter's own names belong to the frame inside as well: RootVisitor visits all children of a filter block
  analyzeStatements(node.body, inner.symbols);
  analyzeExpression(node.filter, inner.symbols);
  const capture = captured(node, inner);
  const mark = reached(node, scope);
  const value = compileFilter(node.filter, inner, blockText(inner));
  return (frame, runtime) => {
    runtime.step();
    const flow = capture(frame, runtime);
    if (flow !== GO_ON) return flow;
    runtime.mark = mark;
    writeRaw(runtime, value(frame, runtime));
    capture.leave(frame);
    return GO_ON;
  };
}

function compileWith(node: WithNode, scope: Scope): Execute {
  const inner = innerScope(scope);
  for (const target of node.targets) declareTarget(target, inner.symbols);
  analyzeStatements(node.body, inner.symbols);
  const assigns = node.targets.map((target, i) => {
    const value = node.values[i];
    return {
      assign: compileTarget(target, inner),
      value: value === undefined ? () => null : compileExpression(value, scope),
    };
  });
  const mark = scope.marks.last;
  const body = compileBody(node.body, inner);
  const enter = enterFrame(inner.symbols);
  const leave = leaveFrame(inner.symbols);
  return (frame, runtime) => {
    runtime.step();
    runtime.mark = mark;
    enter(frame, runtime);
    for (const { assign, value } of assigns) {
      const result = value(frame, runtime);
      runtime.trace?.offerTop();
      assign(frame, runtime, result);
    }
    const flow = body(frame, runtime);
    leave(frame);
    return flow;
  };
}

/** What the inside is compiled for follows from the value if that is a constant, else the running template decides (compiler.py:1895). */
function compileAutoescape(node: Extract<Statement, { kind: 'autoescape' }>, scope: Scope): Execute {
  const inner = innerScope(scope);
  analyzeExpression(node.value, inner.symbols);
  analyzeStatements(node.body, inner.symbols);
  const value = compileExpression(node.value, inner);
  const constant = constantValue(node.value, scope, compileExpression);
  const escaping =
    constant === null
      ? { ...scope.escaping, varies: true }
      : { ...scope.escaping, on: isTrue(constant.value) };
  const mark = scope.marks.last;
  const body = compileBody(node.body, { ...inner, escaping });
  const enter = enterFrame(inner.symbols);
  const leave = leaveFrame(inner.symbols);
  return (frame, runtime) => {
    runtime.step();
    enter(frame, runtime);
    runtime.mark = mark;
    const outer = runtime.autoescape;
    runtime.autoescape = isTrue(value(frame, runtime));
    const flow = body(frame, runtime);
    // a jump out of the block leaves escaping as it is, as in Python's code
    if (flow !== GO_ON) return flow;
    runtime.autoescape = outer;
    leave(frame);
    return flow;
  };
}

function compileJump(node: Extract<Statement, { kind: 'break' | 'continue' }>, scope: Scope): Execute {
  reached(node, scope);
  if (!scope.breakable) {
    const message = node.kind === 'break' ? "'break' outside loop" : "'continue' not properly in loop";
    // Python notices when it compiles the generated code, after everything that jinja2 finds
    scope.marks.fault ??= new TemplateFault('TemplateSyntaxError', message, node.start);
  }
  const flow = node.kind === 'break' ? BREAK : CONTINUE;
  return () => flow;
}
