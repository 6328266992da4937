import type { Execute } from '../compile/scope.ts';
import type { Statement } from '../syntax/nodes.ts';
import { expressionRange } from './expression-range.ts';

/** Tells the tracer which statement writes. */
export function traceStatement(statement: Statement, execute: Execute): Execute {
  const range = statement.kind === 'print' ? expressionRange(statement.node) : statement;
  const writer = { kind: statement.kind, range };
  return (frame, runtime) => {
    const { trace } = runtime;
    if (trace === null) return execute(frame, runtime);
    const outer = trace.statement;
    const { base } = trace;
    trace.enter(writer);
    const flow = execute(frame, runtime);
    trace.leave(outer, base);
    return flow;
  };
}
