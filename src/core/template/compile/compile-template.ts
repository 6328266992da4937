import type { Runtime } from '../runtime.ts';
import type { BlockNode, Statement } from '../syntax/nodes.ts';
import { parseTemplate } from '../syntax/parse-template.ts';
import { normalizeTemplate } from '../syntax/place.ts';
import { TemplateFault } from '../template-fault.ts';
import { analyzeStatements } from './analyze.ts';
import { compileBlockBody, selfReference, type RunBlock } from './compile-block.ts';
import { compileBody } from './compile-statement.ts';
import { FunctionScope } from './function-scope.ts';
import { allStatements } from './inner-statements.ts';
import { pythonLimit } from './python-limits.ts';
import { enterFrame, rootScope, type Marks } from './scope.ts';
import { Symbols } from './symbols.ts';
import { findUndeclared } from './undeclared.ts';

/** A template ready to run. */
export interface CompiledTemplate {
  /** The template with `\n` line ends, which all offsets refer to. */
  readonly source: string;
  /** Writes to the runtime; throws a TemplateFault whose offset is set. */
  run(runtime: Runtime): void;
}

/** Parses and compiles a template; `tracing` for a runtime that follows where values come from. Throws a TemplateFault whose offset is set. */
export function compileTemplate(template: string, tracing = false): CompiledTemplate {
  const source = normalizeTemplate(template);
  const body = parseTemplate(source);
  const blocks = blocksOf(body);
  const marks: Marks = { last: 0, fault: null };
  const symbols = new Symbols(new FunctionScope(null, tracing), null);
  const ownSlot = findUndeclared(body, ['self']).has('self') ? symbols.declareParameter('self') : null;
  analyzeStatements(body, symbols);
  const compiledBlocks = new Map<string, RunBlock>();
  const scope = { ...rootScope(symbols, true, marks), blocks: compiledBlocks };
  const execute = compileBody(body, scope);
  const enter = enterFrame(symbols);
  for (const block of blocks) compiledBlocks.set(block.name, compileBlockBody(block, scope, compileBody));
  const fault = marks.fault ?? pythonLimit(body);
  if (fault !== null) throw fault;
  return {
    source,
    run(runtime) {
      const frame = symbols.scope.frame(null);
      if (ownSlot !== null) frame.slots[ownSlot.index] = selfReference(runtime, compiledBlocks);
      enter(frame, runtime);
      execute(frame, runtime);
    },
  };
}

function blocksOf(body: readonly Statement[]): BlockNode[] {
  const blocks = new Map<string, BlockNode>();
  for (const each of allStatements(body)) {
    if (each.kind !== 'block') continue;
    if (blocks.has(each.name)) {
      throw new TemplateFault('TemplateAssertionError', `block '${each.name}' defined twice`, each.start);
    }
    blocks.set(each.name, each);
  }
  return [...blocks.values()];
}
