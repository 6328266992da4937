import { parsePythonJson } from '../../../src/core/template/python-json.ts';
import type { RenderRequest } from '../../../src/core/template/render-request.ts';
import { Runtime } from '../../../src/core/template/runtime.ts';
import { getAttribute, getItem } from '../../../src/core/template/values/access.ts';
import { PyDict } from '../../../src/core/template/values/dict.ts';
import { str } from '../../../src/core/template/values/repr.ts';
import { toJson } from '../../../src/core/template/values/to-json.ts';
import type { Value } from '../../../src/core/template/values/value.ts';

const SPECIAL = /^(?:bos|eos|unk|sep|pad|cls|mask)_token$/;
const PARTS = ['messages', 'tools', 'documents', 'kwargs'];

/** Python's JSON of a value: nothing of a number is lost. */
export function jsonOf(value: Value): string {
  const runtime = new Runtime(new Map(), { attribute: getAttribute, item: getItem }, '', false);
  const options = {
    ensureAscii: true,
    indent: null,
    itemSeparator: ', ',
    keySeparator: ': ',
    sortKeys: false,
  };
  return toJson(runtime, value, options);
}

/** A request as `render --batch` knows it, as the engine takes it. */
export function requestOf(json: string | PyDict): RenderRequest {
  const request = typeof json === 'string' ? parsePythonJson(json) : json;
  if (!(request instanceof PyDict)) throw new Error('a request is an object');
  const data = new PyDict();
  for (const part of PARTS) data.setText(part, request.getText(part) ?? null);
  const continued = request.getText('continue_final_message');
  const specialTokens: Record<string, string> = {};
  for (const [key, value] of request.entries()) {
    if (typeof key === 'string' && typeof value === 'string' && SPECIAL.test(key)) specialTokens[key] = value;
  }
  return {
    template: str(request.getText('template') ?? null),
    data: jsonOf(data),
    addGenerationPrompt: request.getText('add_generation_prompt') === true,
    continueFinalMessage: typeof continued === 'string' ? continued : continued === true,
    specialTokens,
    now: str(request.getText('now') ?? '2026-11-24T09:30:00'),
  };
}
