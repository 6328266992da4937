import type { AssignTarget, CallArguments, Expression, ForNode, Statement } from '../syntax/nodes.ts';
import type { Symbols } from './symbols.ts';

/** Finds the names of statements in the frame that they stand in: idtracking.py's FrameSymbolVisitor. Inner frames are left alone. */
export function analyzeStatements(statements: readonly Statement[], symbols: Symbols): void {
  for (const statement of statements) analyzeStatement(statement, symbols);
}

function analyzeStatement(node: Statement, symbols: Symbols): void {
  switch (node.kind) {
    case 'print':
      return analyzeExpression(node.node, symbols);
    case 'if':
      return analyzeIf(node, symbols);
    case 'for':
      return analyzeExpression(node.iterable, symbols);
    case 'macro':
      return symbols.store(node.name);
    case 'call block':
      return analyzeExpression(node.call, symbols);
    case 'filter block':
      return analyzeExpression(node.filter, symbols);
    case 'with':
      return node.values.forEach((value) => analyzeExpression(value, symbols));
    case 'set':
      analyzeExpression(node.value, symbols);
      return storeTarget(node.target, symbols);
    case 'set block':
      return storeTarget(node.target, symbols);
    case 'load':
      analyzeExpression(node.template, symbols);
      return node.names.forEach((each) => symbols.store(each.name));
    case 'data':
    case 'generation':
    case 'block':
    case 'autoescape':
    case 'break':
    case 'continue':
      return undefined;
    default:
      return node satisfies never;
  }
}

function analyzeIf(node: Extract<Statement, { kind: 'if' }>, symbols: Symbols): void {
  analyzeExpression(node.test, symbols);
  const body = symbols.copy();
  analyzeStatements(node.body, body);
  // jinja2 visits all `elif`s one after the other in one copy, each as an `if` of its own
  const elifs = symbols.copy();
  for (const each of node.elifs) {
    analyzeExpression(each.test, elifs);
    const inner = elifs.copy();
    analyzeStatements(each.body, inner);
    elifs.merge([inner]);
  }
  const otherwise = symbols.copy();
  analyzeStatements(node.otherwise, otherwise);
  symbols.merge([body, elifs, otherwise]);
}

/** The names of a loop's own frame: its targets are parameters. */
export function analyzeLoop(node: ForNode, branch: 'body' | 'else' | 'test', symbols: Symbols): void {
  if (branch === 'else') return analyzeStatements(node.otherwise, symbols);
  declareTarget(node.target, symbols);
  if (branch === 'body') return analyzeStatements(node.body, symbols);
  if (node.test !== null) analyzeExpression(node.test, symbols);
}

function storeTarget(target: AssignTarget, symbols: Symbols): void {
  if (target.kind === 'name') symbols.store(target.name);
  else if (target.kind === 'nsref') symbols.load(target.name);
  else for (const item of target.items) storeTarget(item, symbols);
}

export function declareTarget(target: AssignTarget, symbols: Symbols): void {
  if (target.kind === 'name') symbols.declareParameter(target.name);
  else if (target.kind === 'tuple') for (const item of target.items) declareTarget(item, symbols);
}

export function analyzeExpression(node: Expression, symbols: Symbols): void {
  if (node.kind === 'name') symbols.load(node.name);
  else for (const child of children(node)) analyzeExpression(child, symbols);
}

function argumentNodes(node: CallArguments): Expression[] {
  const nodes = [...node.args, ...node.kwargs.map((each) => each.value)];
  if (node.dynArgs !== null) nodes.push(node.dynArgs);
  if (node.dynKwargs !== null) nodes.push(node.dynKwargs);
  return nodes;
}

/** The expressions directly inside one, in jinja2's order. */
export function children(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'constant':
    case 'name':
    case 'nsref':
      return [];
    case 'tuple':
    case 'list':
      return node.items;
    case 'dict':
      return node.entries.flat();
    case 'attribute':
    case 'sign':
    case 'not':
      return [node.node];
    case 'item':
      return [node.node, node.key];
    case 'slice':
      return [node.from, node.to, node.step].filter((each) => each !== null);
    case 'call':
      return [node.callee, ...argumentNodes(node)];
    case 'filter':
      return node.node === null ? argumentNodes(node) : [node.node, ...argumentNodes(node)];
    case 'test':
      return [node.node, ...argumentNodes(node)];
    case 'binary':
    case 'and':
    case 'or':
      return [node.left, node.right];
    case 'concat':
      return node.nodes;
    case 'compare':
      return [node.left, ...node.operands.map((each) => each.right)];
    case 'conditional':
      return node.no === null ? [node.test, node.yes] : [node.test, node.yes, node.no];
    default:
      return node satisfies never;
  }
}
