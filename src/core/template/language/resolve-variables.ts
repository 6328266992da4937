import { analyzeExpression, analyzeLoop, analyzeStatements, declareTarget } from '../compile/analyze.ts';
import { FunctionScope } from '../compile/function-scope.ts';
import { Symbols } from '../compile/symbols.ts';
import type { AssignTarget, ForNode, MacroNode, Signature, Statement } from '../syntax/nodes.ts';
import { readNames, type ReadName } from './read-names.ts';
import { VariableFrame, type Range, type Variable, type VariableKind } from './variable.ts';

const MACRO_NAME = /\{%[-+]?\s*macro\s+/uy;

/**
 * Every variable of a template with where it is defined and read. Which variable a name means follows jinja2's own analysis of
 * frames (idtracking.py); whether it has a value there, the order of statements and the branches of `if`.
 */
export function resolveVariables(source: string, body: readonly Statement[]): Variable[] {
  const resolver = new Resolver(source);
  resolver.template(body);
  return resolver.variables;
}

class Resolver {
  readonly variables: Variable[] = [];
  private readonly source: string;
  private readonly outside = new Map<string, Variable>();
  private top: VariableFrame;

  constructor(source: string) {
    this.source = source;
    this.top = new VariableFrame(null, new Symbols(new FunctionScope(null, false), null), {
      start: 0,
      end: source.length,
    });
  }

  template(body: readonly Statement[]): void {
    this.special(this.top, 'self');
    analyzeStatements(body, this.top.symbols);
    this.statements(body, this.top);
  }

  /** Gives whether what follows is reached. */
  private statements(body: readonly Statement[], frame: VariableFrame): boolean {
    let goesOn = true;
    for (const statement of body) if (!this.statement(statement, frame)) goesOn = false;
    return goesOn;
  }

  private statement(node: Statement, frame: VariableFrame): boolean {
    switch (node.kind) {
      case 'data':
        return true;
      case 'break':
      case 'continue':
        return false;
      case 'print':
        this.read(readNames(node.node, 'value'), frame);
        return !(
          node.node.kind === 'call' &&
          node.node.callee.kind === 'name' &&
          node.node.callee.name === 'raise_exception'
        );
      case 'if':
        return this.condition(node, frame);
      case 'for':
        this.forLoop(node, frame);
        return true;
      case 'macro':
        this.macro(node, frame);
        return true;
      case 'call block':
        this.read(readNames(node.call, 'value'), frame);
        this.callable(node, node.body, frame, node);
        return true;
      case 'generation':
        this.callable({ params: [], defaults: [] }, node.body, frame, node);
        return true;
      case 'filter block': {
        const inner = innerFrame(frame, node);
        analyzeStatements(node.body, inner.symbols);
        analyzeExpression(node.filter, inner.symbols);
        this.statements(node.body, inner);
        this.read(readNames(node.filter, 'value'), inner);
        return true;
      }
      case 'with':
        for (const value of node.values) this.read(readNames(value, 'value'), frame);
        this.inner(node.body, frame, node, (inner) => {
          for (const target of node.targets) this.bind(target, inner, 'with');
        });
        return true;
      case 'set':
        this.read(readNames(node.value, 'value'), frame);
        this.store(node.target, frame);
        return true;
      case 'set block': {
        const inner = this.inner(node.body, frame, node);
        if (node.filter !== null) this.read(readNames(node.filter, 'value'), inner);
        this.store(node.target, frame);
        return true;
      }
      case 'autoescape':
        this.read(readNames(node.value, 'value'), frame);
        this.inner(node.body, frame, node);
        return true;
      case 'block':
        this.block(node.body, node);
        return true;
      case 'load':
        this.read(readNames(node.template, 'value'), frame);
        for (const name of node.names) this.define(name.name, name, frame, 'import');
        return true;
      default:
        return node satisfies never;
    }
  }

  private condition(node: Extract<Statement, { kind: 'if' }>, frame: VariableFrame): boolean {
    const ends: Set<string>[] = [];
    const branch = (body: readonly Statement[], before: ReadonlySet<string>): void => {
      frame.assigned = new Set(before);
      if (this.statements(body, frame)) ends.push(frame.assigned);
    };
    const before = frame.assigned;
    this.read(readNames(node.test, 'test'), frame);
    branch(node.body, before);
    for (const each of node.elifs) {
      frame.assigned = before;
      this.read(readNames(each.test, 'test'), frame);
      branch(each.body, before);
    }
    branch(node.otherwise, before);
    const [first, ...others] = ends;
    frame.assigned = new Set([...(first ?? before)].filter((name) => others.every((each) => each.has(name))));
    return first !== undefined;
  }

  private forLoop(node: ForNode, frame: VariableFrame): void {
    this.read(readNames(node.iterable, 'value'), frame);
    const loop = innerFrame(frame, node);
    this.special(loop, 'loop');
    this.bind(node.target, loop, 'loop');
    analyzeLoop(node, 'body', loop.symbols);
    if (node.test !== null) this.read(readNames(node.test, 'test'), loop);
    this.statements(node.body, loop);
    this.inner(node.otherwise, frame, node);
  }

  private macro(node: MacroNode, frame: VariableFrame): void {
    MACRO_NAME.lastIndex = node.start;
    const start = node.start + (MACRO_NAME.exec(this.source)?.[0].length ?? 0);
    this.define(node.name, { start, end: start + node.name.length }, frame, 'macro');
    this.callable(node, node.body, frame, node);
  }

  /** The body of a macro, call block or generation block: a function that sees the frames around it. */
  private callable(
    { params, defaults }: Signature,
    body: readonly Statement[],
    frame: VariableFrame,
    scope: Range,
  ): void {
    this.inner(body, frame, scope, (inner) => {
      for (const name of ['caller', 'varargs', 'kwargs']) this.special(inner, name);
      for (const param of params) this.bind(param, inner, 'parameter');
      for (const value of defaults) analyzeExpression(value, inner.symbols);
      for (const value of defaults) this.read(readNames(value, 'value'), inner);
    });
  }

  private inner(
    body: readonly Statement[],
    frame: VariableFrame,
    scope: Range,
    prepare: (inner: VariableFrame) => void = () => undefined,
  ): VariableFrame {
    const inner = innerFrame(frame, scope);
    prepare(inner);
    analyzeStatements(body, inner.symbols);
    this.statements(body, inner);
    return inner;
  }

  /** A block sees what is set at the top of the template, not the frames around it. */
  private block(body: readonly Statement[], scope: Range): void {
    const symbols = new Symbols(new FunctionScope(null, false), null);
    const inner = new VariableFrame(this.top, symbols, scope, 'block');
    for (const name of ['self', 'super']) this.special(inner, name);
    analyzeStatements(body, symbols);
    this.statements(body, inner);
  }

  private special(frame: VariableFrame, name: string): void {
    frame.symbols.declareParameter(name);
    this.variableOf(name, frame, 'special');
  }

  private bind(target: AssignTarget, frame: VariableFrame, kind: VariableKind): void {
    declareTarget(target, frame.symbols);
    this.targets(target, frame, kind);
  }

  private store(target: AssignTarget, frame: VariableFrame): void {
    this.targets(target, frame, 'set');
  }

  private targets(target: AssignTarget, frame: VariableFrame, kind: VariableKind): void {
    if (target.kind === 'tuple') for (const item of target.items) this.targets(item, frame, kind);
    else if (target.kind === 'name') this.define(target.name, target, frame, kind);
    else {
      const range = { start: target.start, end: target.start + target.name.length };
      this.read([{ name: target.name, ...range, tested: false }], frame);
    }
  }

  private define(name: string, { start, end }: Range, frame: VariableFrame, kind: VariableKind): void {
    this.variableOf(name, frame, kind).definitions.push({ start, end });
    frame.assigned.add(name);
  }

  private variableOf(name: string, frame: VariableFrame, kind: VariableKind): Variable {
    const known = frame.variables.get(name);
    if (known !== undefined && (known.kind !== 'special' || kind === 'special')) return known;
    const variable: Variable = { name, kind, definitions: [], uses: [], scope: frame.scope };
    frame.variables.set(name, variable);
    this.variables.push(variable);
    return variable;
  }

  private read(names: readonly ReadName[], frame: VariableFrame): void {
    for (const { name, start, end, tested } of names) {
      // the names of a repaired tag
      if (name === '') continue;
      const owner = frame.owner(name);
      const outside = frame.isOutside(name);
      const use = { start, end, outside, tested };
      if (owner !== null) this.variableOf(name, owner, 'set').uses.push(use);
      if (outside) this.outsideVariable(name).uses.push(use);
    }
  }

  private outsideVariable(name: string): Variable {
    const known = this.outside.get(name);
    if (known !== undefined) return known;
    const variable: Variable = { name, kind: 'outside', definitions: [], uses: [], scope: this.top.scope };
    this.outside.set(name, variable);
    this.variables.push(variable);
    return variable;
  }
}

function innerFrame(frame: VariableFrame, { start, end }: Range): VariableFrame {
  return new VariableFrame(frame, new Symbols(frame.symbols.scope, frame.symbols), { start, end });
}
