import type { PreviewRequest } from '../../core/template/preview-rendering.ts';
import { printPythonJson } from '../../core/template/print-python-json.ts';
import type { RenderRequest } from '../../core/template/render-request.ts';
import { rowConversation } from '../../core/template/row-conversation.ts';
import { switchedData } from './render-switched.ts';

/** The call that a row with its switches stands for, to be given to other engines; null if it is no conversation. */
export function switchedRequest(request: PreviewRequest): RenderRequest | null {
  if (!rowConversation(request.rowText, request.row).ok) return null;
  const { settings, data } = switchedData(request);
  return { ...settings, data: printPythonJson(data) };
}
