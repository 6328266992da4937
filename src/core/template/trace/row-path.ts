import { REASONING_FIELDS } from '../conversation.ts';
import { PyDict } from '../values/dict.ts';
import type { Value } from '../values/value.ts';

/**
 * The way to a value in a dataset row, from the way to it in the data that the row was made into (see `rowConversation`): ShareGPT's
 * names, a prompt with its completion, reasoning that the template sees under several names.
 * @param path from the top of the data, such as `['messages', 2, 'content']`
 */
export function rowPathOf(row: PyDict, path: readonly (string | number)[]): (string | number)[] {
  const [variable, ...rest] = path;
  if (variable === 'kwargs') return ['chat_template_kwargs', ...rest];
  if (variable === 'tools') return typeof row.getText('tools') === 'string' ? ['tools'] : ['tools', ...rest];
  const [index, key, ...inner] = rest;
  if (variable !== 'messages' || typeof index !== 'number') return [...path];
  const place = messagePlace(row, index);
  if (key === undefined) return place.path;
  return [...place.path, typeof key === 'string' ? rowKey(place.message, key) : key, ...inner];
}

interface MessagePlace {
  readonly path: (string | number)[];
  readonly message: Value;
}

function messagePlace(row: PyDict, index: number): MessagePlace {
  const prompt = row.getText('prompt');
  const completion = row.getText('completion');
  if (Array.isArray(prompt)) {
    const at = index - prompt.length;
    return at >= 0 && Array.isArray(completion)
      ? { path: ['completion', at], message: completion[at] ?? null }
      : { path: ['prompt', index], message: prompt[index] ?? null };
  }
  const column = (row.getText('messages') ?? null) === null ? 'conversations' : 'messages';
  const messages = row.getText(column);
  const message = Array.isArray(messages) ? (messages[index] ?? null) : null;
  return { path: [column, index], message };
}

/** The key under which the row has what the template sees as `key`. */
function rowKey(message: Value, key: string): string {
  if (!(message instanceof PyDict)) return key;
  if (key === 'role' && message.getText('from') !== undefined) return 'from';
  if (key === 'content' && message.getText('value') !== undefined) return 'value';
  if ((message.getText(key) ?? null) !== null) return key;
  const isReasoning = REASONING_FIELDS.some((name) => name === key);
  return isReasoning
    ? (REASONING_FIELDS.find((name) => (message.getText(name) ?? null) !== null) ?? key)
    : key;
}
