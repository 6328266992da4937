import { typeError, valueError } from './template-fault.ts';
import { PyDict } from './values/dict.ts';
import { typeName } from './values/type-name.ts';
import type { Value } from './values/value.ts';

/** Names that a message's reasoning comes under; the first is the standard one (chat_template_utils.py:676). */
export const REASONING_FIELDS = ['reasoning_content', 'thinking', 'reasoning'] as const;

/** The messages as `apply_chat_template` hands them to the template. Throws where transformers refuses them. */
export function normalizeConversation(messages: Value | undefined): PyDict[] {
  // an empty dict or text passes as a conversation without messages
  if ((messages instanceof PyDict && messages.size() === 0) || messages === '') return [];
  if (!Array.isArray(messages)) return typeError('the conversation is not a list of messages');
  if (messages.length === 0) {
    return valueError('Cannot apply chat template to an empty conversation. Provide at least one message.');
  }
  return messages.map((message, i) => {
    if (!(message instanceof PyDict)) {
      return typeError(
        `Chat messages should be dicts, dataclasses or pydantic models, but got ${typeName(message)}.`,
      );
    }
    const normalized = aliasReasoning(withoutNulls(message));
    normalized.messageIndex = i;
    return normalized;
  });
}

/** Keys whose value is None are dropped, at the top level of a message (tokenization_utils_base.py:3143). */
function withoutNulls(message: PyDict): PyDict {
  const kept = new PyDict();
  for (const [key, value] of message.entries()) if (value !== null) kept.set(key, value);
  return kept;
}

/** `{"thinking": r, **message, "reasoning_content": r}`: the order shows in templates that print a whole message. */
function aliasReasoning(message: PyDict): PyDict {
  const field = REASONING_FIELDS.find((name) => message.getText(name) !== undefined);
  const reasoning = field === undefined ? undefined : message.getText(field);
  if (reasoning === undefined) return message;
  const aliased = new PyDict();
  aliased.setText('thinking', reasoning);
  for (const [key, value] of message.entries()) aliased.set(key, value);
  aliased.setText('reasoning_content', reasoning);
  return aliased;
}

/** The tools as they are; each must be a dict, since JSON has no functions. */
export function checkTools(tools: Value | undefined): Value {
  if (tools === undefined || tools === null) return null;
  if ((tools instanceof PyDict && tools.size() === 0) || tools === '') return [];
  if (Array.isArray(tools) && tools.every((tool) => tool instanceof PyDict)) return tools;
  return valueError(
    'Tools should either be a JSON schema, or a callable function with type hints and a docstring suitable for auto-conversion to a schema.',
  );
}

export function checkDocuments(documents: Value | undefined): Value {
  if (documents === undefined || documents === null) return null;
  if ((documents instanceof PyDict && documents.size() === 0) || documents === '') return documents;
  if (Array.isArray(documents) && documents.every((each) => each instanceof PyDict)) return documents;
  return typeError("Documents should be a list of dicts with 'title' and 'text' keys!");
}
