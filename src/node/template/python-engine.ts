import * as v from 'valibot';
import { batchLine } from '../../core/template/batch-line.ts';
import type { EngineRendering } from '../../core/template/engine-verdict.ts';
import type { RenderRequest } from '../../core/template/render-request.ts';
import type { Message } from '../../core/text/message.ts';
import { runProgram, type ProgramResult } from '../process/run-program.ts';
import { runsTrl, type Interpreter } from '../python/interpreter.ts';
import { packageEnvironment } from '../python/package-environment.ts';

/** transformers itself takes seconds to import on a slow disk. */
const TIMEOUT_MS = 60_000;
/** A reason longer than this is a traceback. */
const MOST_REASON = 300;

/** The last line of `python -m tuning_fork render`: an answer, or why there is none. */
const pythonAnswer = v.union([
  v.object({ ok: v.literal(true), text: v.string(), transformers: v.string() }),
  v.object({
    ok: v.literal(false),
    error: v.object({ message: v.string(), line: v.optional(v.number()) }),
    transformers: v.string(),
  }),
  v.object({
    fault: v.picklist(['missing', 'broken', 'old']),
    reason: v.nullable(v.string()),
    version: v.nullable(v.string()),
  }),
]);

/** What an interpreter's transformers made of a request, or why it was not asked. */
export type PythonAnswer =
  | { readonly ok: true; readonly version: string; readonly rendering: EngineRendering }
  | { readonly ok: false; readonly message: Message };

export interface PythonQuestion {
  readonly interpreter: Interpreter;
  /** `places.python`. */
  readonly packageFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Renders a request with the transformers of an interpreter, in a process of its own that is ended when time is over or the signal
 * comes; no shell, no network, no token.
 * @throws {JsonFault} if the data of the request are no JSON
 */
export async function askPython(request: RenderRequest, question: PythonQuestion): Promise<PythonAnswer> {
  const { interpreter, packageFolder, env, signal, timeoutMs = TIMEOUT_MS } = question;
  const { path: python, version } = interpreter;
  if (!runsTrl(interpreter)) return not('engine.old-python', { python, version });
  const result = await runProgram(python, ['-m', 'tuning_fork', 'render'], {
    env: packageEnvironment(env, packageFolder),
    timeoutMs,
    input: `${batchLine(request)}\n`,
    signal,
  });
  return readAnswer(result, python, timeoutMs);
}

function readAnswer(result: ProgramResult, python: string, timeoutMs: number): PythonAnswer {
  if (result.fault === 'ABORT_ERR') return not('engine.cancelled', {});
  if (result.fault === 'timeout') return not('engine.timeout', { seconds: timeoutMs / 1000 });
  // A package that prints at import stands in front of the answer.
  const lastLine = result.stdout.trimEnd().split('\n').at(-1) ?? '';
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), pythonAnswer), lastLine);
  if (!parsed.success) return not('engine.python-crashed', { python, reason: crashReason(result) });
  const answer = parsed.output;
  if ('fault' in answer) return faultMessage(answer, python);
  const version = answer.transformers;
  if (answer.ok) return { ok: true, version, rendering: { ok: true, text: answer.text } };
  const { message: reason, line = null } = answer.error;
  return { ok: true, version, rendering: { ok: false, reason, line } };
}

type Fault = Extract<v.InferOutput<typeof pythonAnswer>, { fault: string }>;

function faultMessage({ fault, reason, version }: Fault, python: string): PythonAnswer {
  switch (fault) {
    case 'missing':
      return not('engine.no-transformers', { python });
    case 'broken':
      return not('engine.broken-transformers', { python, reason: shortened(reason ?? '') });
    case 'old':
      return not('engine.old-transformers', { python, version: version ?? '' });
  }
}

function crashReason({ code, stderr, fault }: ProgramResult): string {
  const lastWords = stderr.trimEnd().split('\n').at(-1) ?? '';
  return shortened(lastWords === '' ? (fault ?? `exit ${code}`) : lastWords);
}

function shortened(reason: string): string {
  return reason.length > MOST_REASON ? `${reason.slice(0, MOST_REASON)}…` : reason;
}

function not(id: string, args: Record<string, string | number>): PythonAnswer {
  return { ok: false, message: { id, args } };
}
