import type { EngineQuestion, EngineVerdict } from '../../core/template/engine-verdict.ts';
import { judgeEngine } from '../../core/template/judge-engine.ts';
import { JsonFault, parsePythonJson } from '../../core/template/python-json.ts';
import { answerWithJinja, JINJA_VERSION } from './answer-with-jinja.ts';

/** Holds an engine's rendering against ours. */
export function judgeQuestion(question: EngineQuestion): EngineVerdict {
  const { engine, request } = question;
  const faulty = faultOf(request.data);
  if (faulty !== null) return notChecked(engine, 'engine.no-request', faulty);
  if (engine === 'transformers') {
    const { version, rendering } = question;
    return judgeEngine(request, { engine, version, rendering }, Date.now());
  }
  const unknown = unknownToJavaScript(request.data);
  if (unknown !== null) return notChecked(engine, 'engine.no-number', unknown);
  const answer = { engine, version: JINJA_VERSION, rendering: answerWithJinja(request) };
  return judgeEngine(request, answer, Date.now());
}

function faultOf(data: string): string | null {
  try {
    parsePythonJson(data);
    return null;
  } catch (error) {
    if (error instanceof JsonFault) return error.message;
    throw error;
  }
}

/** Why JavaScript refuses JSON that Python takes: NaN and infinities. */
function unknownToJavaScript(data: string): string | null {
  try {
    JSON.parse(data);
    return null;
  } catch (error) {
    return error instanceof SyntaxError ? error.message : String(error);
  }
}

function notChecked(engine: EngineQuestion['engine'], id: string, reason: string): EngineVerdict {
  return { kind: 'not-checked', engine, message: { id, args: { reason } } };
}
