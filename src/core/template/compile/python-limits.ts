import type { Expression, Statement } from '../syntax/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { children } from './analyze.ts';
import { innerStatements } from './inner-statements.ts';

/** CPython's own limits on the code that jinja2 generates: loops in one function, levels of indentation, brackets in brackets. */
const MAX_LOOPS = 20;
const MAX_INDENT = 99;
const MAX_BRACKETS = 200;
/** Frames that folding a constant may take. */
const MAX_FRAMES = 975;

/** What Python would say of the generated code of a template; null if it compiles. */
export function pythonLimit(body: readonly Statement[]): TemplateFault | null {
  try {
    checkBody(body, { loops: 0, indent: 1, brackets: 0 });
    return null;
  } catch (error) {
    if (error instanceof TemplateFault) return error;
    throw error;
  }
}

interface Depth {
  readonly loops: number;
  readonly indent: number;
  /** Brackets around what is written: none in the template itself, one or two where it goes to a buffer. */
  readonly brackets: number;
}

function checkBody(body: readonly Statement[], depth: Depth): void {
  for (const node of body) checkStatement(node, depth);
}

function checkStatement(node: Statement, depth: Depth): void {
  for (const expression of expressionsOf(node)) {
    const around = depth.brackets + (node.kind === 'print' ? 1 : 0);
    if (around + bracketsOf(expression).brackets > MAX_BRACKETS) refuse('too many nested parentheses', node);
  }
  const inner = innerStatements(node);
  if (inner.length > 0) checkBody(inner, inside(node, depth));
}

function inside(node: Statement, depth: Depth): Depth {
  switch (node.kind) {
    case 'if':
      return indented(node, depth);
    case 'for': {
      const start = node.recursive ? { ...indented(node, depth), loops: 0, brackets: 1 } : depth;
      if (start.loops >= MAX_LOOPS) refuse('too many statically nested blocks', node);
      return { ...indented(node, start), loops: start.loops + 1 };
    }
    case 'macro':
    case 'call block':
    case 'generation':
      return { ...indented(node, depth), loops: 0, brackets: 1 };
    case 'block':
      return { loops: 0, indent: 1, brackets: 0 };
    case 'set block':
    case 'filter block':
      return { ...depth, brackets: 1 };
    case 'data':
    case 'print':
    case 'set':
    case 'with':
    case 'autoescape':
    case 'load':
    case 'break':
    case 'continue':
      return depth;
    default:
      return node satisfies never;
  }
}

function indented(node: Statement, depth: Depth): Depth {
  if (depth.indent >= MAX_INDENT) refuse('too many levels of indentation', node);
  return { ...depth, indent: depth.indent + 1 };
}

function refuse(message: string, node: Statement): never {
  throw new TemplateFault('TemplateSyntaxError', message, node.start);
}

function expressionsOf(node: Statement): readonly Expression[] {
  switch (node.kind) {
    case 'print':
      return [node.node];
    case 'if':
      return [node.test, ...node.elifs.map((each) => each.test)];
    case 'for':
      return node.test === null ? [node.iterable] : [node.iterable, node.test];
    case 'set':
    case 'autoescape':
      return [node.value];
    case 'call block':
      return [node.call];
    case 'with':
      return node.values;
    case 'data':
    case 'macro':
    case 'generation':
    case 'block':
    case 'set block':
    case 'filter block':
    case 'load':
    case 'break':
    case 'continue':
      return [];
    default:
      return node satisfies never;
  }
}

/** Depth of the brackets in an expression's code; a constant is folded to a literal, which costs frames while it is done. */
function bracketsOf(node: Expression): { brackets: number; isConstant: boolean; frames: number } {
  if (node.kind === 'name') return { brackets: 2, isConstant: false, frames: 0 };
  let brackets = 0;
  let frames = 0;
  let isConstant = node.kind !== 'call';
  for (const child of children(node)) {
    const inner = bracketsOf(child);
    brackets = Math.max(brackets, inner.brackets);
    frames = Math.max(frames, inner.frames);
    isConstant &&= inner.isConstant;
  }
  frames += node.kind === 'filter' || node.kind === 'test' ? 3 : 2;
  if (isConstant && frames > MAX_FRAMES)
    throw new TemplateFault('RecursionError', 'maximum recursion depth exceeded');
  const isLiteral = node.kind === 'list' || node.kind === 'dict' || node.kind === 'tuple';
  if (isConstant && !isLiteral) return { brackets: 0, isConstant, frames };
  return { brackets: brackets + (node.kind === 'concat' ? 2 : 1), isConstant, frames };
}
