import type { Runtime } from '../runtime.ts';
import type { Statement } from '../syntax/nodes.ts';
import { parseTemplate } from '../syntax/parse-template.ts';
import { normalizeTemplate } from '../syntax/place.ts';
import { TemplateFault } from '../template-fault.ts';
import { analyzeStatements } from './analyze.ts';
import { compileBody } from './compile-statement.ts';
import { FunctionScope } from './function-scope.ts';
import { enterFrame } from './scope.ts';
import { Symbols } from './symbols.ts';

/** A template ready to run. */
export interface CompiledTemplate {
  /** The template with `\n` line ends, which all offsets refer to. */
  readonly source: string;
  /** Writes to the runtime; throws a TemplateFault whose offset is set. */
  run(runtime: Runtime): void;
}

/** Parses and compiles a template. Throws a TemplateFault whose offset is set. */
export function compileTemplate(template: string): CompiledTemplate {
  const source = normalizeTemplate(template);
  const body = parseTemplate(source);
  refuseDoubleBlocks(body, new Set());
  const symbols = new Symbols(new FunctionScope(null), null);
  analyzeStatements(body, symbols);
  const execute = compileBody(body, { symbols, topLevel: true, soft: false, breakable: false });
  const enter = enterFrame(symbols);
  return {
    source,
    run(runtime) {
      const frame = symbols.scope.frame(null);
      enter(frame, runtime);
      execute(frame, runtime);
    },
  };
}

function refuseDoubleBlocks(body: readonly Statement[], seen: Set<string>): void {
  for (const each of body) {
    if (each.kind === 'block') {
      if (seen.has(each.name)) {
        throw new TemplateFault('TemplateAssertionError', `block '${each.name}' defined twice`, each.start);
      }
      seen.add(each.name);
    }
    if ('body' in each) refuseDoubleBlocks(each.body, seen);
  }
}
