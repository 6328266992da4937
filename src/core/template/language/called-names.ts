import { children } from '../compile/analyze.ts';
import { compileExpression } from '../compile/compile-expression.ts';
import { constantValue } from '../compile/constant-value.ts';
import { FunctionScope } from '../compile/function-scope.ts';
import { rootScope } from '../compile/scope.ts';
import { Symbols } from '../compile/symbols.ts';
import type { Expression, FilterNode, Statement, TestNode } from '../syntax/nodes.ts';
import { expressionsOf } from './every-expression.ts';
import type { Range } from './variable.ts';

/** A filter or a test where it is named. */
export interface CalledName extends Range {
  readonly node: FilterNode | TestNode;
  /** An unknown name fails only when it is reached: directly inside an `if` or `… if … else …` (compiler.py:537). */
  readonly soft: boolean;
}

/** Every filter and test of a template. */
export function calledNames(source: string, body: readonly Statement[]): CalledName[] {
  const names: CalledName[] = [];
  collectStatements(source, body, false, names);
  return names;
}

/** Statements whose own expressions are compiled in the frame of their body. */
const OWN_FRAME = new Set<Statement['kind']>(['set block', 'filter block', 'autoescape']);

function collectStatements(
  source: string,
  body: readonly Statement[],
  soft: boolean,
  names: CalledName[],
): void {
  for (const node of body) {
    const own = node.kind === 'if' ? true : OWN_FRAME.has(node.kind) ? false : soft;
    for (const each of expressionsOf(node)) {
      const inside = (node.kind === 'for' && each === node.test) || node.kind === 'macro';
      collect(
        source,
        each,
        inside || (node.kind === 'call block' && each !== node.call) ? false : own,
        names,
      );
    }
    if (node.kind === 'if') {
      for (const branch of [node.body, ...node.elifs.map((each) => each.body), node.otherwise])
        collectStatements(source, branch, true, names);
    } else if (node.kind === 'for') {
      collectStatements(source, node.body, false, names);
      collectStatements(source, node.otherwise, false, names);
    } else if ('body' in node) collectStatements(source, node.body, false, names);
  }
}

function collect(source: string, node: Expression, soft: boolean, names: CalledName[]): void {
  const inner = soft || node.kind === 'conditional' || isFolded(node);
  for (const child of children(node)) collect(source, child, inner, names);
  if (node.kind !== 'filter' && node.kind !== 'test') return;
  const start = nameStart(source, node);
  names.push({ node, soft, start, end: start + node.name.length });
}

/** Whether jinja2 knows the value when it compiles, without looking at all that is written: `1 or x|unknown`. */
function isFolded(node: Expression): boolean {
  if (node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'compare') return false;
  const symbols = new Symbols(new FunctionScope(null, false), null);
  const scope = rootScope(symbols, true, { last: 0, fault: null });
  return constantValue(node, scope, compileExpression) !== null;
}

const TEST_NAME = /is\s+(?:not\s+)?/uy;

/** A test begins at its `is`. */
export function nameStart(source: string, node: FilterNode | TestNode): number {
  if (node.kind === 'filter') return node.start;
  TEST_NAME.lastIndex = node.start;
  return node.start + (TEST_NAME.exec(source)?.[0].length ?? 0);
}
