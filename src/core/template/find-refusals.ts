import { nodeAt } from '../dataset/json/locate.ts';
import { parsePositioned } from '../dataset/json/positioned-json.ts';
import { compiled } from './compile-cache.ts';
import { parsePythonJson } from './python-json.ts';
import { renderData, type RenderSettings } from './render-chat-template.ts';
import type { RenderError } from './render-request.ts';
import { rowConversation } from './row-conversation.ts';
import type { RefusalRequest, RowRefusal } from './row-refusal.ts';
import { rowPathOf } from './trace/row-path.ts';
import { PyDict } from './values/dict.ts';

/**
 * Which rows a template refuses, and at which of their characters. A text that is no template at all refuses no row: that is the
 * template's own fault.
 */
export function findRefusals({ rows, ...settings }: RefusalRequest): (RowRefusal | null)[] {
  if ('fault' in compiled(settings.template)) return rows.map(() => null);
  return rows.map(({ text, row }) => refusalOf(text, row, settings));
}

function refusalOf(text: string, row: number, settings: RenderSettings): RowRefusal | null {
  const read = rowConversation(text, row);
  if (!read.ok) return null;
  const result = renderData(settings, read.data);
  return result.ok ? null : { error: result.error, ...rangeOf(text, result.error) };
}

/** The message that the template refused at; without one the whole row. */
function rangeOf(text: string, { messageIndex }: RenderError): { start: number; end: number } {
  const row = parsePythonJson(text);
  const parsed = parsePositioned(text, 1);
  const whole = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
  if (messageIndex === undefined || !parsed.ok || !(row instanceof PyDict)) return whole;
  const found = nodeAt(parsed.root, rowPathOf(row, ['messages', messageIndex]));
  return found === undefined ? whole : { start: found.node.start, end: found.node.end };
}
