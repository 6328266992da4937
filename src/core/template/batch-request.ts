import { printPythonJson } from './print-python-json.ts';
import { JsonFault, parsePythonJson } from './python-json.ts';
import { renderData, type RenderSettings } from './render-chat-template.ts';
import type { RenderError, RenderResult } from './render-request.ts';
import { SPECIAL_TOKEN_NAMES } from './special-tokens.ts';
import { TemplateFault } from './template-fault.ts';
import { PyDict } from './values/dict.ts';
import { isTrue } from './values/truth.ts';

/**
 * Answers one line of `render --batch` with one line of JSON, without its line end. Never throws: a malformed line and a
 * bug of ours are answers as well.
 * @param now the wall time that templates see if the request names none.
 */
export function answerBatchLine(line: string, now: string): string {
  let id = 'null';
  try {
    const request = parsePythonJson(line);
    if (!(request instanceof PyDict)) return refusal(id, 'the request is no JSON object');
    id = printPythonJson(request.getText('id') ?? null, true);
    return answer(id, renderRequest(request, now));
  } catch (error) {
    const prefix = error instanceof JsonFault ? 'the request is no JSON: ' : '';
    return refusal(id, prefix + (error instanceof Error ? error.message : String(error)));
  }
}

/** An answer to a line that cannot even be read. */
export function refusal(id: string, message: string): string {
  return answer(id, { ok: false, error: { message } });
}

function answer(id: string, result: RenderResult): string {
  const body = result.ok
    ? { ok: true, text: result.text, spans: result.spans }
    : { ok: false, error: contractError(result.error) };
  return `{"id":${id},${JSON.stringify(body).slice(1)}`;
}

/** The error as `render --batch` prints it: in English, without `detail`. */
function contractError(error: RenderError): RenderError {
  const { detail, ...contract } = error;
  return detail === undefined ? error : contract;
}

function renderRequest(request: PyDict, now: string): RenderResult {
  const continued = request.getText('continue_final_message') ?? null;
  const settings: RenderSettings = {
    template: textOf(request, 'template') ?? fail('the request has no template'),
    addGenerationPrompt: isTrue(request.getText('add_generation_prompt') ?? false),
    continueFinalMessage: typeof continued === 'string' ? continued : isTrue(continued),
    specialTokens: specialTokensOf(request),
    now: textOf(request, 'now') ?? now,
  };
  return renderData(settings, request);
}

function specialTokensOf(request: PyDict): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const name of SPECIAL_TOKEN_NAMES) {
    const token = textOf(request, name);
    if (token !== null) tokens[name] = token;
  }
  return tokens;
}

function textOf(request: PyDict, key: string): string | null {
  const value = request.getText(key) ?? null;
  return value === null || typeof value === 'string' ? value : fail(`${key} is no text`);
}

function fail(message: string): never {
  throw new TemplateFault('TypeError', message);
}
