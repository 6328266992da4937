import type { Runtime } from '../runtime.ts';
import type { Signature, Statement } from '../syntax/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { Macro, type MacroSignature } from '../values/macro.ts';
import { Undefined } from '../values/undefined.ts';
import { analyzeExpression, analyzeStatements } from './analyze.ts';
import { compileExpression } from './compile-expression.ts';
import type { Frame } from './function-scope.ts';
import { enterFrame, functionScope, type Execute, type Scope } from './scope.ts';
import { findUndeclared } from './undeclared.ts';

type CompileBody = (body: readonly Statement[], scope: Scope) => Execute;

/** Makes the code of a macro or call block: a function from the frame it is defined in to the macro (compiler.py:604). */
export function compileMacro(
  name: string | null,
  { params, defaults }: Signature,
  body: readonly Statement[],
  outer: Scope,
  compileBody: CompileBody,
  start: number,
): (frame: Frame) => Macro {
  const scope = functionScope(outer);
  const { symbols } = scope;
  scope.marks.last = start;
  for (const param of params) symbols.declareParameter(param.name);
  for (const value of defaults) analyzeExpression(value, symbols);
  analyzeStatements(body, symbols);
  const signature = signatureOf(
    name,
    params.map((each) => each.name),
    defaults.length,
    body,
    start,
  );
  const special = [
    ...(signature.usesCaller && !signature.params.includes('caller') ? ['caller'] : []),
    ...(signature.usesKwargs ? ['kwargs'] : []),
    ...(signature.usesVarargs ? ['varargs'] : []),
  ];
  const slots = [...signature.params, ...special].map((each) => symbols.declareParameter(each).index);
  const fallbacks = params.map((param, i) => {
    const value = defaults[i - params.length + defaults.length];
    if (value !== undefined) return compileExpression(value, scope);
    const hint = `parameter '${param.name}' was not provided`;
    return () => new Undefined(param.name, undefined, hint);
  });
  const run = compileBody(body, scope);
  const end = scope.marks.last;
  const enter = enterFrame(symbols);
  return (outerFrame) =>
    new Macro(signature, (runtime: Runtime, args) => {
      const { mark } = runtime;
      runtime.enter();
      runtime.mark = start;
      const frame = symbols.scope.frame(outerFrame);
      const text = runtime.capture(() => {
        args.forEach((arg, i) => {
          const slot = slots[i] ?? 0;
          frame.slots[slot] = arg;
          if (arg !== undefined) runtime.trace?.assignParameter(frame, slot, arg, i);
        });
        enter(frame, runtime);
        fallbacks.forEach((fallback, i) => {
          const slot = slots[i] ?? 0;
          if (frame.slots[slot] !== undefined) return;
          frame.slots[slot] = fallback(frame, runtime);
          if (runtime.trace !== null) frame.origins[slot] = runtime.trace.topOrigin();
        });
        run(frame, runtime);
      }, end);
      runtime.leave();
      runtime.mark = mark;
      return text;
    });
}

function signatureOf(
  name: string | null,
  params: readonly string[],
  defaults: number,
  body: readonly Statement[],
  start: number,
): MacroSignature {
  const used = findUndeclared(body, ['caller', 'kwargs', 'varargs']);
  const explicit = params.indexOf('caller');
  if (used.has('caller') && explicit >= 0 && explicit < params.length - defaults) {
    throw new TemplateFault(
      'TemplateAssertionError',
      'When defining macros or call blocks the special "caller" argument must be omitted or be given a default.',
      start,
    );
  }
  return {
    name,
    params,
    usesCaller: used.has('caller'),
    usesKwargs: used.has('kwargs') && !params.includes('kwargs'),
    usesVarargs: used.has('varargs') && !params.includes('varargs'),
  };
}
