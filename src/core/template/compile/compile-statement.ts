import { unsupported } from '../fault-messages.ts';
import type { Runtime } from '../runtime.ts';
import type {
  BlockNode,
  CallBlockNode,
  GenerationNode,
  IfNode,
  MacroNode,
  SetBlockNode,
  SetNode,
  Statement,
  WithNode,
} from '../syntax/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { str } from '../values/repr.ts';
import { isTrue } from '../values/truth.ts';
import type { Kwargs, Value } from '../values/value.ts';
import { analyzeExpression, analyzeStatements, declareTarget } from './analyze.ts';
import { compileCall, compileExpression, compileFilter } from './compile-expression.ts';
import { compileFor } from './compile-for.ts';
import { compileMacro } from './compile-macro.ts';
import { compileTarget } from './compile-target.ts';
import { type Frame, FunctionScope } from './function-scope.ts';
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
  type Scope,
} from './scope.ts';
import { Symbols } from './symbols.ts';

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
  switch (node.kind) {
    case 'data': {
      const { text } = node;
      return (_, runtime) => {
        runtime.step();
        runtime.write(text);
        return GO_ON;
      };
    }
    case 'print': {
      const value = compileExpression(node.node, scope);
      return (frame, runtime) => {
        runtime.step();
        runtime.write(str(value(frame, runtime)));
        return GO_ON;
      };
    }
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
      return compileBlock(node);
    case 'break':
    case 'continue':
      return compileJump(node, scope);
    case 'load':
      return () => {
        throw new TemplateFault('TypeError', 'no loader for this environment specified', node.start);
      };
    default:
      return node satisfies never;
  }
}

function compileIf(node: IfNode, outer: Scope): Execute {
  const scope = softScope(outer);
  const branches = [{ test: node.test, body: node.body }, ...node.elifs].map(({ test, body }) => ({
    test: compileExpression(test, scope),
    body: compileBody(body, scope),
  }));
  const otherwise = compileBody(node.otherwise, scope);
  return (frame, runtime) => {
    runtime.step();
    for (const { test, body } of branches) {
      if (isTrue(test(frame, runtime))) return body(frame, runtime);
    }
    return otherwise(frame, runtime);
  };
}

function compileSet(node: SetNode, scope: Scope): Execute {
  const value = compileExpression(node.value, scope);
  const assign = compileTarget(node.target, scope);
  const { start } = node;
  return (frame, runtime) => {
    runtime.step();
    const result = value(frame, runtime);
    runtime.at = start;
    assign(frame, runtime, result);
    return GO_ON;
  };
}

function compileSetBlock(node: SetBlockNode, scope: Scope): Execute {
  const inner = innerScope(scope);
  analyzeStatements(node.body, inner.symbols);
  const text = captured(node.body, inner);
  const value = node.filter === null ? text : compileFilter(node.filter, inner, text);
  const assign = compileTarget(node.target, scope);
  const { start } = node;
  return (frame, runtime) => {
    runtime.step();
    const result = value(frame, runtime);
    runtime.at = start;
    assign(frame, runtime, result);
    return GO_ON;
  };
}

/** What a body in a frame of its own writes. A break inside would be lost with its buffer in Python's code as well: it jumps out. */
function captured(body: readonly Statement[], scope: Scope): (frame: Frame, runtime: Runtime) => string {
  const run = compileBody(body, scope);
  const enter = enterFrame(scope.symbols);
  const leave = leaveFrame(scope.symbols);
  return (frame, runtime) => {
    enter(frame, runtime);
    const text = runtime.capture(() => {
      if (run(frame, runtime) !== GO_ON) unsupported('break and continue inside a set or filter block');
    });
    leave(frame);
    return text;
  };
}

function compileMacroStatement(node: MacroNode, scope: Scope): Execute {
  const make = compileMacro(node.name, node, node.body, scope, compileBody, node.start);
  const write = writer(scope.symbols.ref(node.name, node.start));
  return (frame, runtime) => {
    runtime.step();
    const macro = make(frame);
    write(frame, macro);
    if (scope.topLevel) runtime.context.set(node.name, macro);
    return GO_ON;
  };
}

function compileCallBlock(node: CallBlockNode, scope: Scope): Execute {
  const make = compileMacro(null, node, node.body, scope, compileBody, node.start);
  const caller = (frame: Frame): Kwargs => new Map([['caller', make(frame)]]);
  const call = compileCall(node.call, scope, caller);
  return (frame, runtime) => {
    runtime.step();
    runtime.write(str(call(frame, runtime)));
    return GO_ON;
  };
}

function compileGeneration(node: GenerationNode, scope: Scope): Execute {
  const make = compileMacro(null, { params: [], defaults: [] }, node.body, scope, compileBody, node.start);
  return (frame, runtime) => {
    const text = str(make(frame).call(runtime, [], null));
    runtime.recordGeneration(text);
    runtime.write(text);
    return GO_ON;
  };
}

function compileFilterBlock(node: Extract<Statement, { kind: 'filter block' }>, scope: Scope): Execute {
  const inner = innerScope(scope);
  // the filter's own names belong to the frame inside as well: RootVisitor visits all children of a filter block
  analyzeStatements(node.body, inner.symbols);
  analyzeExpression(node.filter, inner.symbols);
  const value = compileFilter(node.filter, inner, captured(node.body, inner));
  return (frame, runtime) => {
    runtime.step();
    runtime.write(str(value(frame, runtime)));
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
  const body = compileBody(node.body, inner);
  const enter = enterFrame(inner.symbols);
  const leave = leaveFrame(inner.symbols);
  return (frame, runtime) => {
    runtime.step();
    enter(frame, runtime);
    for (const { assign, value } of assigns) assign(frame, runtime, value(frame, runtime));
    const flow = body(frame, runtime);
    leave(frame);
    return flow;
  };
}

function compileAutoescape(node: Extract<Statement, { kind: 'autoescape' }>, scope: Scope): Execute {
  const inner = innerScope(scope);
  analyzeExpression(node.value, inner.symbols);
  analyzeStatements(node.body, inner.symbols);
  const value = compileExpression(node.value, inner);
  const body = compileBody(node.body, inner);
  const enter = enterFrame(inner.symbols);
  return (frame, runtime) => {
    runtime.step();
    enter(frame, runtime);
    const escapes: Value = value(frame, runtime);
    runtime.at = node.start;
    if (isTrue(escapes)) unsupported('autoescape');
    return body(frame, runtime);
  };
}

/** A block sees the context, not the frames around it; with `scoped` also what is set around it, which is not there yet. */
function compileBlock(node: BlockNode): Execute {
  if (node.scoped) return () => unsupported('scoped blocks');
  const symbols = new Symbols(new FunctionScope(null), null);
  analyzeStatements(node.body, symbols);
  for (const name of ['self', 'super']) {
    if (symbols.find(name) !== undefined) return () => unsupported(`'${name}' inside blocks`);
  }
  const body = compileBody(node.body, { symbols, topLevel: false, soft: false, breakable: false });
  const enter = enterFrame(symbols);
  return (_, runtime) => {
    runtime.step();
    if (node.required) {
      throw new TemplateFault('TemplateRuntimeError', `Required block '${node.name}' not found`, node.start);
    }
    const frame = symbols.scope.frame(null);
    enter(frame, runtime);
    body(frame, runtime);
    return GO_ON;
  };
}

function compileJump(node: Extract<Statement, { kind: 'break' | 'continue' }>, scope: Scope): Execute {
  if (!scope.breakable) {
    const message = node.kind === 'break' ? "'break' outside loop" : "'continue' not properly in loop";
    throw new TemplateFault('TemplateSyntaxError', message, node.start);
  }
  const flow = node.kind === 'break' ? BREAK : CONTINUE;
  return () => flow;
}
