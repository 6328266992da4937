import { isDeepStrictEqual } from 'node:util';
import { parsePythonJson } from '../../../src/core/template/python-json.ts';
import { REASONING_FIELDS } from '../../../src/core/template/conversation.ts';
import { renderData } from '../../../src/core/template/render-chat-template.ts';
import type { RenderRequest } from '../../../src/core/template/render-request.ts';
import { traceChatTemplate } from '../../../src/core/template/trace/trace-chat-template.ts';
import type { TracePiece } from '../../../src/core/template/trace/trace-piece.ts';
import { PyDict } from '../../../src/core/template/values/dict.ts';
import type { Value } from '../../../src/core/template/values/value.ts';

/** What is wrong with the trace of a request: nothing, if tracing changes no byte and every piece says the truth. */
export function traceProblems({ data: json, ...settings }: RenderRequest): string[] {
  const plain = renderData(settings, dataOf(json));
  const { pieces, ...traced } = traceChatTemplate(settings, dataOf(json));
  if (!isDeepStrictEqual(traced, plain))
    return [`traced ${JSON.stringify(traced)}, else ${JSON.stringify(plain)}`];
  if (!traced.ok || pieces === undefined) return [];
  const data = dataOf(json);
  const problems: string[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = traced.text.slice(at, at + piece.length);
    const problem = pieceProblem(piece, text, data, settings.template);
    if (problem !== null)
      problems.push(`${at}: ${JSON.stringify(text)} ${JSON.stringify(piece)}: ${problem}`);
    at += piece.length;
  }
  if (at !== traced.text.length) problems.push(`the pieces cover ${at} of ${traced.text.length} characters`);
  return problems;
}

function dataOf(json: string): PyDict {
  const data = parsePythonJson(json);
  if (!(data instanceof PyDict)) throw new Error('the data of a request are an object');
  return data;
}

function pieceProblem(piece: TracePiece, text: string, data: PyDict, template: string): string | null {
  const [start, end] = piece.template;
  if (piece.length <= 0) return 'it is empty';
  if (start < 0 || end <= start || end > template.length) return 'no such range in the template';
  if (piece.data === null) return null;
  const { path, offset } = piece.data;
  const value = valueAt(data, path);
  if (value === undefined) return 'no such value';
  if (offset === null) return null;
  if (typeof value !== 'string') return 'an offset in what is no text';
  const source = value.slice(offset, offset + piece.length);
  return source.toLowerCase() === text.toLowerCase() ? null : `the value has ${JSON.stringify(source)} there`;
}

function valueAt(data: Value, path: readonly (string | number)[]): Value | undefined {
  let value: Value | undefined = data;
  for (const key of path) {
    if (typeof key === 'number') value = Array.isArray(value) ? value[key] : undefined;
    else if (!(value instanceof PyDict)) return undefined;
    else value = value.has(key) ? value.getText(key) : reasoningOf(value, key);
  }
  return value;
}

/** The template sees reasoning under every name that it may have. */
function reasoningOf(message: PyDict, key: string): Value | undefined {
  if (!REASONING_FIELDS.some((name) => name === key)) return undefined;
  const name = REASONING_FIELDS.find((each) => (message.getText(each) ?? null) !== null);
  return name === undefined ? undefined : message.getText(name);
}
