import type { PreviewRequest } from '../../core/template/preview-rendering.ts';
import { applySwitches } from '../../core/template/preview-apply-switches.ts';
import { renderData, type RenderSettings } from '../../core/template/render-chat-template.ts';
import type { RenderResult } from '../../core/template/render-request.ts';
import { rowConversation } from '../../core/template/row-conversation.ts';
import { traceChatTemplate, type TracedResult } from '../../core/template/trace/trace-chat-template.ts';
import type { PyDict } from '../../core/template/values/dict.ts';

/** What is rendered otherwise than the request says. */
export type Otherwise = Partial<RenderSettings> & {
  /** Only so many of the messages. */
  readonly messages?: number;
};

/** Renders a row with the switches of its preview. The row is read each time, because a continued message is marked in its data. */
export function renderSwitched(request: PreviewRequest, otherwise: Otherwise = {}): RenderResult {
  const { messages: most, ...settings } = otherwise;
  const switched = switchedData(request);
  const messages = switched.data.getText('messages');
  if (most !== undefined && Array.isArray(messages))
    switched.data.setText('messages', messages.slice(0, most));
  return renderData({ ...switched.settings, ...settings }, switched.data);
}

/** As `renderSwitched`, with where each stretch of the text came from. */
export function traceSwitched(request: PreviewRequest): TracedResult {
  const { settings, data } = switchedData(request);
  return traceChatTemplate(settings, data);
}

/** The data of a row with the switches put over them, and what else the template is called with. */
export function switchedData(request: PreviewRequest): {
  readonly settings: RenderSettings;
  readonly data: PyDict;
} {
  const read = rowConversation(request.rowText, request.row);
  if (!read.ok) throw new Error('a row without a conversation was to be rendered');
  const { template, specialTokens, now, switches } = request;
  const { data } = read;
  return { settings: { template, specialTokens, now, ...applySwitches(data, switches) }, data };
}
