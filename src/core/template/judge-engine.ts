import type { Message } from '../text/message.ts';
import type { EngineName, EngineRendering, EngineVerdict } from './engine-verdict.ts';
import { parsePythonJson } from './python-json.ts';
import { renderChatTemplate } from './render-chat-template.ts';
import type { RenderError, RenderRequest } from './render-request.ts';
import { traceChatTemplate } from './trace/trace-chat-template.ts';
import type { TracePiece } from './trace/trace-piece.ts';
import { PyDict } from './values/dict.ts';

/** The transformers whose text our engine was proved to give. */
const FOLLOWED = '5.23';

type Refusal = Extract<EngineRendering, { ok: false }>;

export interface EngineAnswer {
  readonly engine: EngineName;
  readonly version: string;
  readonly rendering: EngineRendering;
}

/**
 * Holds what another engine made of a request against what ours makes of it. Two that refuse are identical, whatever words they
 * have for it.
 * @param checkedAt milliseconds since 1970
 */
export function judgeEngine(request: RenderRequest, answer: EngineAnswer, checkedAt: number): EngineVerdict {
  const { engine, version, rendering: theirs } = answer;
  const ours = renderChatTemplate(request);
  const identical = { kind: 'identical', engine, version, checkedAt } as const;
  if (ours.ok) {
    if (!theirs.ok) return theyRefuse(answer, ours.text, theirs);
    return ours.text === theirs.text ? identical : textDiffers(request, answer, ours.text, theirs.text);
  }
  const { detail } = ours.error;
  // A limit of ours says nothing of what Python would do.
  if (detail !== undefined) return { kind: 'not-checked', engine, message: detail };
  return theirs.ok ? weRefuse(answer, ours.error, theirs.text) : identical;
}

function textDiffers(
  request: RenderRequest,
  { engine, version }: EngineAnswer,
  ours: string,
  theirs: string,
): EngineVerdict {
  const at = firstDifference(ours, theirs);
  const templateLine = lineThatWrote(request, at);
  const message: Message = { id: differenceId(engine, version), args: { at: at + 1, version } };
  return { kind: 'differs', engine, version, at, templateLine, ours, theirs, refusing: null, message };
}

/** Line of the template that wrote a character; beyond the text's end that of the last one. */
function lineThatWrote({ data: json, ...settings }: RenderRequest, at: number): number | null {
  const data = parsePythonJson(json);
  const traced = data instanceof PyDict ? traceChatTemplate(settings, data) : null;
  if (traced?.ok !== true) return null;
  let start = 0;
  for (const [index, piece] of (traced.pieces ?? []).entries()) {
    const end = start + piece.length;
    const isLast = index + 1 === traced.pieces?.length;
    if (end > at || isLast)
      return lineInPiece(settings.template, piece, traced.text.slice(start, end), at - start);
    start = end;
  }
  return null;
}

/** A literal text may go over several lines, an expression counts by the line that it begins on. */
function lineInPiece(template: string, piece: TracePiece, text: string, at: number): number {
  const [start, end] = piece.template;
  const line = countLines(template.slice(0, start));
  const isLiteral = template.slice(start, end).replace(/\r\n?/g, '\n') === text;
  return isLiteral ? line + countLines(text.slice(0, at)) - 1 : line;
}

/** All line ends of jinja2 count. */
function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}

function theyRefuse(
  { engine, version }: EngineAnswer,
  ours: string,
  { reason, line }: Refusal,
): EngineVerdict {
  const message: Message = { id: refusalId(engine, version, 'theirs'), args: { reason, version } };
  const place = { at: 0, templateLine: line };
  return { kind: 'differs', engine, version, ...place, ours, theirs: reason, refusing: 'theirs', message };
}

function weRefuse({ engine, version }: EngineAnswer, error: RenderError, theirs: string): EngineVerdict {
  const reason = error.message;
  const message: Message = { id: refusalId(engine, version, 'ours'), args: { reason, version } };
  const place = { at: 0, templateLine: error.line ?? null };
  return { kind: 'differs', engine, version, ...place, ours: reason, theirs, refusing: 'ours', message };
}

function differenceId(engine: EngineName, version: string): string {
  if (engine === 'transformers.js') return 'engine.js-differs';
  return isFollowed(version) ? 'engine.python-differs' : 'engine.other-version-differs';
}

function refusalId(engine: EngineName, version: string, refusing: 'ours' | 'theirs'): string {
  if (engine === 'transformers.js') return refusing === 'theirs' ? 'engine.js-refuses' : 'engine.js-renders';
  if (isFollowed(version)) return refusing === 'theirs' ? 'engine.python-refuses' : 'engine.python-renders';
  return refusing === 'theirs' ? 'engine.other-version-refuses' : 'engine.other-version-renders';
}

function isFollowed(version: string): boolean {
  return version === FOLLOWED || version.startsWith(`${FOLLOWED}.`);
}

/** Index of the first character that differs, never inside a surrogate pair. */
function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const before = a.charCodeAt(at - 1);
  return before >= 0xd800 && before < 0xdc00 ? at - 1 : at;
}
