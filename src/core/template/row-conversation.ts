import type { Message } from '../text/message.ts';
import { JsonFault, parsePythonJson } from './python-json.ts';
import { PyDict } from './values/dict.ts';
import type { Value } from './values/value.ts';

/** What `renderData` takes, or why the row has no conversation. */
export type RowConversation =
  | { readonly ok: true; readonly data: PyDict }
  | { readonly ok: false; readonly message: Message };

/**
 * The conversation of a dataset row (its JSON text), as TRL 1.16 hands it to the template: `messages`, ShareGPT's `conversations` with
 * `from` and `value` renamed and roles left as they are (trl/data_utils.py, maybe_convert_to_chatml), or a conversational prompt
 * with its completion; `tools` as a list or JSON text, `chat_template_kwargs` as variables.
 */
export function rowConversation(json: string, row: number): RowConversation {
  try {
    const value = parsePythonJson(json);
    return value instanceof PyDict ? conversationOfRow(value, row) : broken(row, 'it is no object');
  } catch (error) {
    if (error instanceof JsonFault) return broken(row, error.message);
    throw error;
  }
}

function broken(row: number, reason: string): RowConversation {
  return { ok: false, message: { id: 'render.broken-row', args: { row, reason } } };
}

/** As `rowConversation`, of a row that was read already. */
export function conversationOfRow(row: PyDict, number: number): RowConversation {
  const messages = messagesOf(row);
  if (messages === null)
    return { ok: false, message: { id: 'render.no-conversation', args: { row: number } } };
  const data = new PyDict();
  data.setText('messages', messages.map(withMessageKeys));
  data.setText('tools', toolsOf(row.getText('tools') ?? null));
  data.setText('documents', row.getText('documents') ?? null);
  data.setText('kwargs', row.getText('chat_template_kwargs') ?? null);
  return { ok: true, data };
}

function messagesOf(row: PyDict): Value[] | null {
  const prompt = row.getText('prompt');
  const completion = row.getText('completion');
  if (Array.isArray(prompt)) return Array.isArray(completion) ? [...prompt, ...completion] : prompt;
  const messages = row.getText('messages') ?? row.getText('conversations');
  return Array.isArray(messages) ? messages : null;
}

/** `from` becomes `role` and `value` `content`, each moved to the end as Python's pop and set do. */
function withMessageKeys(message: Value): Value {
  if (!(message instanceof PyDict)) return message;
  const from = message.getText('from');
  const value = message.getText('value');
  if (from === undefined && value === undefined) return message;
  const renamed = message.copy();
  if (from !== undefined) move(renamed, 'from', 'role', from);
  if (value !== undefined) move(renamed, 'value', 'content', value);
  return renamed;
}

function move(dict: PyDict, old: string, key: string, value: Value): void {
  dict.delete(old);
  dict.setText(key, value);
}

/** Text that is no JSON stays text, and the template's own check refuses it. */
function toolsOf(tools: Value): Value {
  if (typeof tools !== 'string') return tools;
  try {
    return parsePythonJson(tools);
  } catch (error) {
    if (error instanceof JsonFault) return tools;
    throw error;
  }
}
